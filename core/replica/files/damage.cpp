#include "core/replica/files/damage.h"

#include <sqlite3.h>

namespace evertill {

bool isDamage(const SQLite::Exception &error)
{
    return error.getErrorCode() == SQLITE_CORRUPT || error.getErrorCode() == SQLITE_NOTADB;
}

} // namespace evertill
