#include "tests/sim/disk/blanks.h"

#include "tests/sim/disk/disk.h"

namespace evertill::sim {
namespace {

std::map<std::string, std::string> &blanks()
{
    static std::map<std::string, std::string> all;
    return all;
}

} // namespace

void Blanks::keep(const std::string &beginning, const std::function<void(Disk &, const std::string &)> &make)
{
    if (blanks().contains(beginning))
        return;
    Disk disk("blank", 0);
    const std::string path = disk.root() + "/blank";
    make(disk, path);
    blanks()[beginning] = disk.names().find(path)->content();
}

const std::string *Blanks::find(const std::string &path)
{
    const std::string name = path.substr(path.rfind('/') + 1);
    for (const auto &[beginning, content] : blanks()) {
        if (name.starts_with(beginning) && name.ends_with(".db"))
            return &content;
    }
    return nullptr;
}

} // namespace evertill::sim
