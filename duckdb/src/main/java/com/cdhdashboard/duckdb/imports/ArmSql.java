package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.metric.LooseName;
import com.cdhdashboard.duckdb.Sql;

/** Names of arms in SQL, by the rule of {@link LooseName}. */
final class ArmSql {
    private ArmSql() {}

    static String trimmed(String text) {
        return "trim(" + text + ", " + Sql.text(LooseName.BLANKS) + ")";
    }

    static String key(String text) {
        return "lower(" + trimmed(text) + ")";
    }
}
