package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Rows of interaction history given as SQL, written as parquet, or as JSON lines given as they stand. */
final class TestingInteractions {
    private TestingInteractions() {}

    /** A configuration that counts, converts and describes; {@code columns} are the ones described. */
    static String configuration(String columns, String moreOfHistory) {
        return """
                [ih]
                file_type = "pega_ds_export"
                file_pattern = "**/*"
                %s

                [metrics]
                global_filters = []

                [metrics.engagement]
                group_by = ["Day"]
                scores = ["Count"]
                positive_model_response = ["Clicked"]
                negative_model_response = ["Impression"]

                [metrics.conversion]
                group_by = ["Day"]
                scores = ["ConversionRate"]
                positive_model_response = ["Conversion"]
                negative_model_response = ["Impression"]

                [metrics.descriptive]
                group_by = ["Day"]
                columns = [%s]
                scores = ["Count"]

                [ih.extensions]
                filter = ""
                columns = ""

                [ih.extensions.default_values]
                ModelControlGroup = "Test"
                ConversionEventID = ""
                Revenue = 0.0
                """.formatted(moreOfHistory, columns);
    }

    /** Writes rows that are numbered by {@code i} from 0; what is not given is that of a plain impression. */
    static Path parquet(Path file, int rows, Map<String, String> columns) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("pxInteractionID", "'p' || i");
        all.put("pxRank", "1");
        all.put("pyIssue", "'Sales'");
        all.put("pyGroup", "'Cards'");
        all.put("pyName", "'Gold'");
        all.put("pyOutcome", "'Impression'");
        all.put("pySubjectID", "'C'");
        all.put("pxDecisionTime", "TIMESTAMP '2024-03-01 10:00:00'");
        all.put("pxOutcomeTime", "TIMESTAMP '2024-03-01 11:00:00'");
        all.putAll(columns);
        String selected = all.entrySet().stream()
                .map(column -> column.getValue() + " AS " + Sql.name(column.getKey()))
                .collect(Collectors.joining(", "));
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            session.run(
                    "SET TimeZone = 'UTC'",
                    "COPY (SELECT " + selected + " FROM range(" + rows + ") r(i)) TO " + Sql.text(file.toString())
                            + " (FORMAT parquet)");
        }
        return file;
    }

    /** Writes JSON lines; what is not given in the fields of a line is that of a plain impression. */
    static Path json(Path file, List<String> fields) throws IOException {
        Files.createDirectories(file.getParent());
        String lines = fields.stream()
                .map(some -> "{\"pxInteractionID\":\"" + file.getFileName() + "-" + fields.indexOf(some)
                        + "\",\"pxRank\":1,\"pyIssue\":\"Sales\",\"pyGroup\":\"Cards\",\"pyName\":\"Gold\",\"pySubjectID\":\"C\","
                        + "\"pyOutcome\":\"Impression\",\"pxDecisionTime\":\"20240301T100000.000 GMT\","
                        + "\"pxOutcomeTime\":\"20240301T110000.000 GMT\"" + (some.isEmpty() ? "" : ",") + some + "}\n")
                .collect(Collectors.joining());
        return Files.writeString(file, lines);
    }
}
