package catchment.runner.isolation;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that a definition must not do.
 *
 * @param what it, in a few words
 * @param lines a definition that tries it
 */
public record Attempt(String what, List<String> lines) {
    /** A word in a definition that stands for the absolute path of the file outside. */
    static final String OUTSIDE = "OUTSIDE";

    private static final List<String> TABLE = List.of(
            "from ehrql import create_dataset",
            "from ehrql.tables import PatientFrame, Series, table_from_file",
            "",
            "class rows(PatientFrame):",
            "    secret = Series(str)",
            "",
            "dataset = create_dataset()",
            "dataset.define_population(rows.exists_for_patient())",
            "dataset.secret = rows.secret");

    public Attempt {
        lines = List.copyOf(lines);
    }

    /** All of them. What each reads or leads to is made by {@link Ground}. */
    static List<Attempt> all() {
        return List.of(
                new Attempt("read a file outside the study by its absolute path", lines("open(\"OUTSIDE\").read()")),
                new Attempt("read a file of the system", lines("open(\"/etc/passwd\").read()")),
                new Attempt("read a file above the study, with ..", lines("open(\"../outside.csv\").read()")),
                new Attempt("read it with .. after a folder of the study", lines("open(\"folder/../../outside.csv\").read()")),
                new Attempt("read it through pathlib", lines("from pathlib import Path", "Path(\"../outside.csv\").read_text()")),
                new Attempt("read it through a link to the file", lines("open(\"link.csv\").read()")),
                new Attempt("read it through a link to its folder", lines("open(\"linked/outside.csv\").read()")),
                new Attempt("read it as a code list", lines("from ehrql import codelist_from_csv", "codelist_from_csv(\"../outside.csv\", column=\"secret\")")),
                new Attempt("read it as a code list, through a link", lines("from ehrql import codelist_from_csv", "codelist_from_csv(\"link.csv\", column=\"secret\")")),
                new Attempt("read it as a table", table("../outside.csv")),
                new Attempt("read it as a table by its absolute path", table(OUTSIDE)),
                new Attempt("read it as a table, through a link", table("link.csv")),
                new Attempt("import a module outside the study", lines("from ..outside import secret")),
                new Attempt("import a module through a link", lines("import linked_module")),
                new Attempt("add a folder outside to where modules are looked for", lines("import sys", "sys.path.append(\"..\")", "import outside")),
                new Attempt("list a folder above the study", lines("import os", "os.listdir(\"..\")")),
                new Attempt("list a folder through a link", lines("import os", "os.listdir(\"linked\")")),
                new Attempt("list the root of the system", lines("import os", "os.listdir(\"/\")")),
                new Attempt("read a device", lines("open(\"/dev/zero\").read()")),
                new Attempt("read a device through a link", lines("open(\"device\").read()")),
                new Attempt("read a pipe (FIFO)", lines("open(\"pipe\").read()")),
                new Attempt("read what the system knows of the process", lines("open(\"/proc/self/environ\").read()")),
                new Attempt("read an environment variable", lines("import os", "os.environ[\"PATH\"]")),
                new Attempt("write a file", lines("open(\"made.txt\", \"w\").write(\"x\")")),
                new Attempt("add to a file", lines("open(\"inside.csv\", \"a\").write(\"x\")")),
                new Attempt("write a file through pathlib", lines("from pathlib import Path", "Path(\"made.txt\").write_text(\"x\")")),
                new Attempt("make a folder", lines("import os", "os.mkdir(\"made\")")),
                new Attempt("delete a file", lines("import os", "os.remove(\"inside.csv\")")),
                new Attempt("open a connection", lines("import socket", "socket.create_connection((\"127.0.0.1\", 80))")),
                new Attempt("fetch a page", lines("import urllib.request", "urllib.request.urlopen(\"http://127.0.0.1\")")),
                new Attempt("read a code list from the network", lines("from ehrql import codelist_from_csv", "codelist_from_csv(\"http://127.0.0.1/a.csv\", column=\"code\")")),
                new Attempt("start a program", lines("import subprocess", "subprocess.run([\"touch\", \"made.txt\"])")),
                new Attempt("start a program through the shell", lines("import os", "os.system(\"touch made.txt\")")),
                new Attempt("start a thread", lines("import threading")),
                new Attempt("call a native library", lines("import ctypes")),
                new Attempt("run text as code", lines("eval(\"1 + 1\")")),
                new Attempt("run text as statements", lines("exec(\"import os\")")),
                new Attempt("import by name", lines("__import__(\"socket\")")),
                new Attempt("reach the classes behind a value", lines("().__class__.__base__.__subclasses__()")),
                new Attempt("reach the variables behind a function", lines("open.__globals__")),
                new Attempt("wait for the keyboard", lines("input()")),
                new Attempt("run for ever", lines("while True:", "    pass")),
                new Attempt("run for ever, by calling itself", lines("def again(x):", "    return again(x)", "again(1)")),
                new Attempt("run for a very long time", lines("for i in range(10**5):", "    for j in range(10**5):", "        k = i * j")),
                new Attempt("fill the memory with a list", lines("x = [0] * 10**12")),
                new Attempt("fill the memory with a text", lines("x = \"a\" * 10**12")),
                new Attempt("fill the memory with a number", lines("x = 10 ** 10 ** 10")));
    }

    private static List<String> lines(String... lines) {
        return List.of(lines);
    }

    private static List<String> table(String file) {
        List<String> lines = new ArrayList<>(TABLE);
        lines.set(2, "@table_from_file(\"" + file + "\")");
        return lines;
    }
}
