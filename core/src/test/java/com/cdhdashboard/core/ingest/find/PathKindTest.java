package com.cdhdashboard.core.ingest.find;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the patterns of the configuration that is used where none is named. */
class PathKindTest {
    private static final Configuration DEFAULTS = ConfigurationReader.defaults().configuration();

    @TempDir
    private Path temp;

    private static Set<PathKind> of(Path path) {
        FileSelection holdings = DEFAULTS.holdings().orElseThrow().files();
        return PathKind.of(path, DEFAULTS.interactionHistory().files(), holdings);
    }

    @ParameterizedTest
    @CsvSource({
        "product-holdings-20261031.json.zip, HOLDINGS",
        "product-holdings-20261031.json.gz, HOLDINGS",
        "product-holdings-20261031.json, HOLDINGS",
        "ProductHoldings.parquet, HOLDINGS",
        "holdings.csv, HOLDINGS",
        "Holdings 2026.xlsx, HOLDINGS",
        "Data-pxStrategyResult_20210101T010000_GMT.zip, INTERACTIONS",
        "interactions.parquet, INTERACTIONS",
        "letter.txt, INTERACTIONS",
    })
    void aFileIsOfTheKindItsNameTells(String name, PathKind kind) throws IOException {
        Path file = Files.createFile(temp.resolve(name));
        assertThat(of(file)).containsExactly(kind);
        assertThat(of(temp)).containsExactly(kind);
    }

    @Test
    void aFolderMayHoldBothKinds() throws IOException {
        Files.createFile(temp.resolve("interactions.zip"));
        Files.createFile(temp.resolve("product-holdings.zip"));
        assertThat(of(temp)).containsExactly(PathKind.INTERACTIONS, PathKind.HOLDINGS);
    }
}
