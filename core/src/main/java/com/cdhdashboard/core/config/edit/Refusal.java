package com.cdhdashboard.core.config.edit;

import com.cdhdashboard.core.error.UserException;
import java.util.List;
import org.tomlj.Toml;

/** Why an edit is not done; the document is as it was. */
final class Refusal {
    private Refusal() {}

    static UserException broken(List<ParsedToml.Fault> faults) {
        ParsedToml.Fault first = faults.get(0);
        return new UserException("the text is not valid TOML at line " + first.line() + ", column " + first.column()
                + ": " + first.message() + "; mend it there first");
    }

    static UserException absent(List<String> path) {
        return new UserException(quoted(path) + " is not in the text; it may have been removed or renamed meanwhile");
    }

    static UserException taken(List<String> path) {
        return new UserException(quoted(path) + " is there already; choose another name");
    }

    static UserException noTable(List<String> path) {
        return new UserException(quoted(path) + " is not a table; remove its value first");
    }

    static UserException otherTable(List<String> path) {
        return new UserException("the text is not that of the table " + quoted(path) + " alone; begin it with ["
                + Toml.joinKeyPath(path) + "] and leave out other tables");
    }

    static UserException notInPlace() {
        return new UserException(
                "this cannot be done without rewriting other parts of the text;" + " do it in the text itself");
    }

    private static String quoted(List<String> path) {
        return path.isEmpty() ? "the top of the text" : Toml.joinKeyPath(path);
    }
}
