package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.duckdb.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The buffer columns that several metrics need, each kept once however many need it. */
final class HoldingColumns {
    private final Map<String, HoldingPlan.Kept> bySql = new LinkedHashMap<>();
    private final Map<String, Integer> uses = new LinkedHashMap<>();

    /** Keeps a value and gives the quoted name of its column: the base name for the first such value, then numbered. */
    String keep(String base, String type, String sql) {
        return bySql.computeIfAbsent(base + ": " + sql, unused -> {
                    int place = uses.merge(base, 1, Integer::sum);
                    String name = place == 1 ? base : base + ":" + place;
                    return new HoldingPlan.Kept(Sql.name(name), type, sql);
                })
                .name();
    }

    List<HoldingPlan.Kept> all() {
        return new ArrayList<>(bySql.values());
    }
}
