package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A store of product holdings, with the configuration it was filled by; what is asked of it goes the way of users. */
record HoldingsStore(Path configuration, Path data) {
    /** A name that is a formula to spreadsheets, and one that is markup to browsers. */
    static final String FORMULA = "=SUM(1)";

    static final String MARKUP = "<b>&\"x\"";

    static final String CONFIGURATION = """
            [holdings]
            file_type = "csv"
            file_pattern = "**/*.csv"

            [holdings.extensions]
            filter = ""
            columns = ""

            [metrics]
            global_filters = []

            [metrics.clv]
            group_by = ["Arm"]
            scores = ["frequency"]
            customer_id_col = "CustomerID"
            """;

    static final String REPORTS = """

            [reports.hist]
            metric = "clv"
            type = "histogram"
            description = "[CLV] Frequency"
            x = "frequency"

            [reports.model]
            metric = "clv"
            type = "model"
            description = "Models"
            by = "Arm"
            """;

    /** Imports a CSV file of holdings, if there is one; every row must be accepted. */
    static HoldingsStore fill(Path folder, String configuration, Optional<String> csv) throws IOException {
        return csv.isEmpty()
                ? fill(folder, configuration, List.of())
                : fill(folder, configuration, List.of(Files.writeString(folder.resolve("holdings.csv"), csv.get())));
    }

    /** Imports files of holdings; each must succeed. */
    static HoldingsStore fill(Path folder, String configuration, List<Path> files) throws IOException {
        Path toml = Files.writeString(folder.resolve("test.toml"), configuration);
        Path data = folder.resolve("data");
        if (!files.isEmpty()) {
            List<Object> line = new ArrayList<>(List.of("import", "--config", toml, "--data", data, "--holdings"));
            line.addAll(files);
            InstalledProgram.Outcome imported = InstalledProgram.run(line.toArray());
            assertThat(imported.code()).as(imported.err() + imported.out()).isZero();
            assertThat(imported.err()).contains(files.size() + " imported, 0 imported before, 0 not imported");
        }
        return new HoldingsStore(toml, data);
    }

    /**
     * Six customers whose numbers are worked out by hand and sixty who bought once: N-01 to N-60 for 101 to 160, all in
     * January 2024. The formula is a customer's name, the markup that customer's arm; the arm of E is missing.
     */
    static String someHoldings() {
        List<String> rows = new ArrayList<>(List.of(
                "A,Test,2024-01-01,10",
                "B,Test,2024-01-01,20",
                "B,Test,2024-01-11,40",
                "C,Control,2024-01-05,5",
                "C,Control,2024-01-06,7",
                "D,Control,2024-01-01,1",
                "D,Control,2024-01-02,2",
                "D,Control,2024-01-31,6",
                FORMULA + "," + quoted(MARKUP) + ",2024-01-03,3",
                "E,,2024-01-03,3"));
        for (int i = 1; i <= 60; i++) {
            rows.add(String.format(Locale.ROOT, "N-%02d,Test,2024-01-%02d,%d", i, 1 + i % 30, 100 + i));
        }
        return "CustomerID,Arm,PurchasedDate,OneTimeCost\n" + String.join("\n", rows) + "\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** What {@code query clv} answers. */
    InstalledProgram.Outcome query(String... options) {
        List<Object> line = new ArrayList<>(List.of("query", "clv", "--config", configuration, "--data", data));
        line.addAll(List.of(options));
        return InstalledProgram.run(line.toArray());
    }

    /** Serves the store, which then belongs to the server until that is closed. */
    InstalledProgram.Server serve() {
        return InstalledProgram.serve(Optional.of(configuration), data, List.of());
    }
}
