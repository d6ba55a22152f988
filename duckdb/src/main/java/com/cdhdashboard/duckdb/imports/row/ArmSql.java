package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.metric.arm.LooseName;
import com.cdhdashboard.duckdb.Sql;

/** Names of arms in SQL, by the rule of {@link LooseName}. */
public final class ArmSql {
    private ArmSql() {}

    public static String trimmed(String text) {
        return "trim(" + text + ", " + Sql.text(LooseName.BLANKS) + ")";
    }

    public static String key(String text) {
        return "lower(" + trimmed(text) + ")";
    }
}
