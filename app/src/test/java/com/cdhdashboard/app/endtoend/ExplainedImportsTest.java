package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import --explain} prints statements alone, and leaves no store behind but the one it was told to fill. */
class ExplainedImportsTest {
    private static final Pattern STORE = Pattern.compile("ATTACH '(.*cdhdashboard-explain[^/\\\\]*)");

    @TempDir
    private Path folder;

    private Path rows;
    private Path configuration;

    @BeforeEach
    void write() throws IOException {
        configuration = Files.writeString(folder.resolve("small.toml"), """
                [ih]
                file_type = "pega_ds_export"
                file_pattern = "**/*.json"

                [metrics]
                global_filters = []

                [metrics.engagement]
                group_by = ["Day", "Name"]
                scores = ["CTR"]
                positive_model_response = ["Clicked"]
                negative_model_response = ["Impression"]

                [ih.extensions]
                filter = ""
                columns = ""

                [ih.extensions.default_values]
                ModelControlGroup = "Test"
                """);
        rows = Files.writeString(folder.resolve("rows.json"), """
                {"pxInteractionID":"1","pyIssue":"S","pyGroup":"C","pyName":"G","pxRank":1,"pyOutcome":"Clicked",\
                "pxDecisionTime":"20240301T100000.000 GMT","pxOutcomeTime":"20240301T100001.000 GMT"}
                """);
    }

    @Test
    void anImportExplainedLeavesNothing() throws IOException {
        InstalledProgram.Outcome answer = InstalledProgram.run("import", "--explain", "--config", configuration, rows);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .startsWith("-- The statements of an import, in the order in which they ran.")
                .contains(
                        "\nSET TimeZone = 'UTC';\n", "\n-- ===== Commit the files =====\n", " s, rows: 1\nINSERT INTO")
                .endsWith(";\n");
        assertThat(answer.err()).contains("1 imported", "rows.json");
        Matcher store = STORE.matcher(answer.out());
        assertThat(store.find()).isTrue();
        assertThat(Path.of(store.group(1))).doesNotExist();
    }

    @Test
    void aFolderThatIsNamedIsFilled() {
        Path data = folder.resolve("data");
        InstalledProgram.Outcome answer = CaseStore.in(data, configuration).importing("--explain", rows);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("INSERT INTO window_rows");
        assertThat(CaseStore.in(data, configuration).importing(rows).err()).contains("0 imported, 1 imported before");
    }
}
