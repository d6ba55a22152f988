package com.cdhdashboard.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.FileType;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.ingest.archive.Unpacker;
import com.cdhdashboard.core.ingest.find.FileFinder;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.row.ColumnNaming;
import com.cdhdashboard.core.ingest.row.ColumnProfile;
import com.cdhdashboard.core.ingest.row.ColumnProfiles;
import com.cdhdashboard.core.ingest.row.RejectedRows;
import com.cdhdashboard.core.ingest.row.RowByRowReader;
import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real export, from the folder to clean rows. */
class RealExportTest {
    /** Rows of the export, by counting the lines of its only member with {@code unzip -p … | wc -l}. */
    private static final long ROWS = 127_123;

    @TempDir
    Path temporary;

    @Test
    void everyRowOfTheExportIsReadOnceAndHasTheColumnsOfMetrics() throws InterruptedException {
        FileSelection selection = new FileSelection(FileType.PEGA_DS_EXPORT, "**/*.zip", "(.*)", false, false, false);
        SourceFile file = new FileFinder()
                .find(List.of(TestData.path("ih/real")), selection)
                .files()
                .get(0);
        List<Long> firstRows = new ArrayList<>();
        List<Map<String, List<String>>> names = new ArrayList<>();
        List<RowByRowReader.Result> results = new ArrayList<>();
        Unpacker unpacker = new Unpacker(temporary, UnpackLimits.defaults(), 40 << 20);
        try (RejectedRows rejected = new RejectedRows(temporary.resolve("rejected.ndjson"))) {
            unpacker.unpack(file, part -> {
                firstRows.add(part.firstRow());
                Map<String, ColumnProfile> columns = ColumnProfiles.columns(part, 1_000);
                names.add(ColumnNaming.of(columns.keySet()));
                results.add(new RowByRowReader(needed(), List.of(), rejected)
                        .read(part, temporary.resolve("clean.ndjson")));
                part.delete();
            });
        }
        assertThat(firstRows).hasSize(4).startsWith(1L).isSorted();
        assertThat(results).allSatisfy(result -> assertThat(result.rejected()).isZero());
        assertThat(results.stream().mapToLong(RowByRowReader.Result::kept).sum())
                .isEqualTo(ROWS);
        assertThat(names)
                .allSatisfy(found -> assertThat(found)
                        .containsKeys(
                                "InteractionID",
                                "Outcome",
                                "OutcomeTime",
                                "Name",
                                "Issue",
                                "Group",
                                "Rank",
                                "CustomerID")
                        .doesNotContainKeys("Operator", "FactID"));
        assertThat(spooled()).containsExactly("clean.ndjson");
    }

    private static Map<String, ValueType> needed() {
        Map<String, ValueType> needed = new LinkedHashMap<>();
        needed.put("pxInteractionID", ValueType.TEXT);
        needed.put("pxOutcomeTime", ValueType.TIMESTAMP);
        needed.put("pxDecisionTime", ValueType.TIMESTAMP);
        needed.put("pxRank", ValueType.INTEGER);
        needed.put("pyPropensity", ValueType.NUMBER);
        needed.put("pyOutcome", ValueType.TEXT);
        return needed;
    }

    private List<String> spooled() {
        try (var files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
