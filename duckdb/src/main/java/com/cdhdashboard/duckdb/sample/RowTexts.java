package com.cdhdashboard.duckdb.sample;

import com.cdhdashboard.core.sample.SampledRow;
import com.cdhdashboard.duckdb.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Some columns of rows, as texts. */
record RowTexts(List<String> names) {
    /** The number of the row, and then the columns. */
    String selected() {
        StringBuilder selected = new StringBuilder(SampleStages.PLACE);
        names.forEach(name -> selected.append(", CAST(").append(Sql.name(name)).append(" AS VARCHAR)"));
        return selected.toString();
    }

    SampledRow row(ResultSet row) throws SQLException {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), Optional.ofNullable(row.getString(i + 2)));
        }
        return new SampledRow(row.getLong(1), values);
    }
}
