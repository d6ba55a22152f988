package com.cdhdashboard.duckdb.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderValuesTest {
    @TempDir
    private Path temp;

    private FolderValues inFolder(String folder) throws Exception {
        Path file = Files.createDirectories(temp.resolve(folder)).resolve("part-0.parquet");
        Files.createFile(file);
        SourceFile source = new SourceFile(file, "part-0.parquet", 0, Instant.EPOCH);
        return FolderValues.of(new Part(source, "", Format.PARQUET, file, 1, OptionalLong.empty(), false));
    }

    @ParameterizedTest
    @CsvSource({
        "Channel, Channel",
        "Channel, channel",
        "Channel, CHANNEL",
        "Channel, pyChannel",
        "Channel, PYCHANNEL",
        "pyChannel, Channel",
        "pxChannel, pyChannel",
    })
    void aFileWithTheColumnUnderAnyNameKeepsItsOwnValue(String ofFolder, String ofFile) throws Exception {
        assertThat(inFolder(ofFolder + "=Mobile").without(List.of("Outcome", ofFile)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Channel, ChannelType", "Channel, pyChannelType", "Channel, paChannel"})
    void aColumnOfAnotherNameTakesNothing(String ofFolder, String ofFile) throws Exception {
        assertThat(inFolder(ofFolder + "=Mobile").without(List.of("Outcome", ofFile)))
                .isEqualTo(Map.of(ofFolder, "Mobile"));
    }
}
