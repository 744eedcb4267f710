#!/usr/bin/env python3
"""Plants one wrong example per rule in an empty tree and asks that the rule finds it, and only it. A rule that can't fail is none."""
import tempfile
import unittest
from pathlib import Path

import arrows
import calls
import sizes
import words
from tree import Tree


class RuleTest(unittest.TestCase):
    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.root = Path(self._folder.name)

    def plant(self, path, text=""):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def found(self, check, *arguments):
        return [(finding.path, finding.line, finding.text) for finding in check(Tree(self.root), *arguments)]

    def assert_finds(self, check, path, line, words_in_it, *arguments):
        found = self.found(check, *arguments)
        self.assertEqual([(where, at) for where, at, _ in found], [(path, line)], found)
        self.assertIn(words_in_it, found[0][2])


class Arrows(RuleTest):
    def test_wrong_arrows(self):
        for source, target, room in [
            ("core/sale/a.cpp", "ui/shell/b.h", "core"),
            ("core/base/a.cpp", "core/sale/b.h", "core/base"),
            ("core/store/a.cpp", "core/journal/b.h", "core/store"),
            ("core/journal/a.cpp", "core/sale/b.h", "core/journal"),
            ("core/tax/a.cpp", "core/store/b.h", "core/tax"),
            ("core/pricing/a.cpp", "core/store/b.h", "core/pricing"),
            ("ui/sell/a.cpp", "sync/http/b.h", "ui"),
            ("sync/http/a.cpp", "ui/sell/b.h", "sync"),
            ("ui/sell/a.h", "app/till/b.h", "ui"),
            ("core/sale/a.h", "tests/data/b.h", "core"),
            ("tests/sandbox/oms/a.cpp", "core/base/b.h", "tests/sandbox"),
        ]:
            with self.subTest(source=source, target=target):
                self.setUp()
                self.plant(target)
                self.plant(source, f'#pragma once\n#include "{target}"\n')
                self.assert_finds(arrows.check, source, 2, f"{room} must not know")

    def test_right_arrows(self):
        for path in ("core/base/b.h", "core/sale/b.h", "sync/http/b.h", "ui/sell/b.h", "tests/sandbox/oms/b.h"):
            self.plant(path)
        self.plant("core/sale/a.cpp", '#include "core/base/b.h"\n#include <QString>\n#include "a.moc"\n')
        self.plant("app/till/a.cpp", '#include "ui/sell/b.h"\n#include "sync/http/b.h"\n// #include "nowhere.h"\n')
        self.plant("tests/sandbox/tst_a.cpp", '#include "tests/sandbox/oms/b.h"\n#include "core/base/b.h"\n')
        self.assertEqual(self.found(arrows.check), [])

    def test_an_include_that_is_no_path_from_the_root(self):
        self.plant("core/sale/b.h")
        self.plant("core/sale/a.cpp", '#include "b.h"\n')
        self.assert_finds(arrows.check, "core/sale/a.cpp", 1, "no path from the root")

    def test_qt_modules_by_the_installed_headers_and_by_path(self):
        self.plant("qt/QtWidgets/QWidget")
        self.plant("qt/QtNetwork/QTcpSocket")
        for source, header in [("core/sale/a.cpp", "QWidget"), ("core/sale/a.cpp", "QtGui/QColor"), ("sync/engine/a.cpp", "QTcpSocket"),
                               ("sync/http/a.cpp", "QWidget"), ("ui/sell/a.cpp", "QTcpSocket"), ("ui/sell/a.cpp", "SQLiteCpp/Database.h"),
                               ("sync/engine/a.cpp", "QTimer"), ("core/sale/a.cpp", "openssl/ssl.h")]:
            with self.subTest(source=source, header=header):
                self.plant(source, f"#include <{header}>\n")
                self.assert_finds(arrows.check, source, 1, "must not", self.root / "qt")
                (self.root / source).unlink()

    def test_folders_in_a_circle(self):
        self.plant("core/sale/a.h", '#include "core/returns/a.h"\n')
        self.plant("core/returns/a.h", '#include "core/cash/a.h"\n')
        self.plant("core/cash/a.h", '#include "core/sale/a.h"\n')
        found = self.found(arrows.check)
        self.assertEqual(len(found), 1, found)
        self.assertIn("circle", found[0][2])


class Sizes(RuleTest):
    def test_a_file_grown_into_a_hall(self):
        self.plant("core/sale/a.cpp", "\n" * 300)
        self.assertEqual(self.found(sizes.check), [])
        self.plant("core/sale/a.cpp", "\n" * 301)
        self.assert_finds(sizes.check, "core/sale/a.cpp", 301, "at home under 300")

    def test_the_ratchet_only_goes_down(self):
        self.plant("core/sale/a.cpp", "\n" * 350)
        self.assertEqual(self.found(sizes.check, {"core/sale/a.cpp": 355}), [])
        self.assert_finds(sizes.check, "core/sale/a.cpp", 350, "lower its ratchet", {"core/sale/a.cpp": 400})
        self.assert_finds(sizes.check, "core/sale/a.cpp", 350, "at home under 340", {"core/sale/a.cpp": 340})

    def test_a_crowded_folder(self):
        for number in range(26):
            self.plant(f"core/sale/part{number}.h")
        self.assert_finds(sizes.check, "core/sale", 0, "26 sources")

    def test_long_functions_wherever_they_stand(self):
        body = "    step();\n" * 69
        for name, head in [("free", "void free()\n{\n"), ("in_namespace", "namespace a {\nint A::in_namespace(int b) const\n{\n"),
                           ("A", "namespace a {\nA::A(int b)\n    : m_b{b}\n{\n"), ("inner", "class A {\n  struct B {\n    void inner() {\n")]:
            with self.subTest(name=name):
                opened = head.count("{") - head.count("}")
                self.plant("core/sale/a.cpp", head + "    if (x) { y(); }\n" + body + "}\n" * opened)
                found = self.found(sizes.check)
                self.assertEqual(len(found), 1, found)
                self.assertIn("lines; at most 70", found[0][2])

    def test_what_is_no_long_function(self):
        rows = "    QTest::newRow(\"}\") << 1;\n" * 90
        self.plant("tests/core/sale/tst_a.cpp", "void ATest::adds_data()\n{\n" + rows + "}\n")
        self.plant("core/sale/a.cpp", "const Row rows[] = {\n" + "    {1, 2},\n" * 80 + "};\nenum class E {\n" + "    A,\n" * 80 + "};\n"
                   + "// {\n" + "void f()\n{\n    g('{', \"{\", R\"({{)\");\n}\n" * 15)
        self.assertEqual(self.found(sizes.check), [])


class Calls(RuleTest):
    def test_banned_calls(self):
        for path, line in [
            ("core/sale/a.cpp", "auto t = QDateTime::currentDateTimeUtc();"),
            ("core/sale/a.cpp", "auto t = std::time(nullptr);"),
            ("sync/engine/a.cpp", "auto t = std::chrono::system_clock::now();"),
            ("sync/engine/a.cpp", "QElapsedTimer timer;"),
            ("core/sale/a.cpp", "std::random_device seed;"),
            ("core/base/id.cpp", "auto id = QUuid::createUuid();"),
            ("core/sale/a.cpp", "QThread::msleep(5);"),
            ("core/sale/a.h", "double price;"),
            ("ui/sell/a.cpp", "QEventLoop loop;"),
            ("ui/sell/a.cpp", "connect(a, SIGNAL(b()), c, SLOT(d()));"),
            ("core/sale/a.cpp", 'run("SELECT datetime(\'now\')");'),
            ("resources/schema/ledger/0001_a.sql", "CREATE TABLE a(at INTEGER DEFAULT CURRENT_TIMESTAMP);"),
        ]:
            with self.subTest(path=path, line=line):
                self.plant(path, "\n" + line + "\n")
                found = self.found(calls.check)
                self.assertTrue(found and all((where, at) == (path, 2) for where, at, _ in found), found)
                (self.root / path).unlink()

    def test_what_only_looks_like_a_banned_call(self):
        self.plant("core/base/system_clock.cpp", "auto t = std::chrono::system_clock::now();\n")
        self.plant("core/sale/a.cpp", '// QDateTime::currentDateTime() and double are banned\nconst char *s = "double now";\nview.time(0);\n')
        self.plant("sync/http/a.cpp", "QElapsedTimer timer;\n")
        self.assertEqual(self.found(calls.check), [])

    def test_colours_outside_the_theme(self):
        for line in ['auto c = u"#ff8800"_s;', 'QColor accent(255, 136, 0);', "pen.setColor(Qt::red);", 'QColor("orange");',
                     'setStyleSheet("color: #112233; border: 0");', 'QColor{u"#abc"_s};', "auto c = qRgb(1, 2, 3);"]:
            with self.subTest(line=line):
                self.plant("ui/sell/a.cpp", line + "\n")
                self.assertEqual({at for _, at, _ in self.found(calls.check)}, {1}, line)

    def test_where_colours_are_at_home(self):
        self.plant("ui/theme/tokens.cpp", 'auto c = u"#ff8800"_s;\n')
        self.plant("ui/print/pdf.cpp", "pen.setColor(Qt::black);\n")
        self.plant("ui/sell/a.cpp", '// Issue #112233\nQColor c = tokens.accent; auto t = Qt::transparent; auto s = u"Receipt #1001"_s;\n')
        self.assertEqual(self.found(calls.check), [])

    def test_a_style_sheet_of_its_own(self):
        self.plant("ui/sell/a.qss", "QWidget {}\n")
        self.assert_finds(calls.check, "ui/sell/a.qss", 1, "style sheet outside ui/theme")


class Words(RuleTest):
    def test_a_path_of_one_machine(self):
        self.plant("ui/README.md", "see\n/ho" + "me/anna/notes\n")
        self.assert_finds(words.check, "ui/README.md", 2, "path of one machine")

    def test_what_is_no_path_of_one_machine(self):
        self.plant("ui/README.md", "https://example.org/wo" + "rk/ and ../shared/ro" + "ot/ and /usr/bin\n")
        self.assertEqual(self.found(words.check), [])

    def test_unfinished_work(self):
        self.plant("core/README.md")
        self.plant("core/sale/a.cpp", "\n// TO" + "DO later\n")
        self.assert_finds(words.check, "core/sale/a.cpp", 2, "unfinished")

    def test_a_silent_skip(self):
        self.plant("tests/README.md")
        for line in ['QSKIP("");', 'QSKIP("skipped");']:
            with self.subTest(line=line):
                self.plant("tests/core/sale/tst_a.cpp", f"QVERIFY(true);\n{line}\n")
                self.assert_finds(words.check, "tests/core/sale/tst_a.cpp", 2, "plain words")
        self.plant("tests/core/sale/tst_a.cpp", 'QVERIFY(true);\nQSKIP("the shared data folder is absent");\n')
        self.assertEqual(self.found(words.check), [])

    def test_a_test_that_asserts_nothing(self):
        self.plant("tests/README.md")
        self.plant("tests/core/sale/tst_a.cpp", "void f() { /* QVERIFY(true) */ }\n")
        self.assert_finds(words.check, "tests/core/sale/tst_a.cpp", 1, "asserts nothing")

    def test_a_folder_without_a_readme(self):
        self.plant("sync/CMakeLists.txt")
        self.assert_finds(words.check, "sync", 0, "no README.md")

    def test_the_product_and_the_test_framework(self):
        self.plant("core/README.md")
        self.plant("core/sale/a.cpp", "#include <QTest>\n")
        self.assert_finds(words.check, "core/sale/a.cpp", 1, "test framework")


if __name__ == "__main__":
    unittest.main()
