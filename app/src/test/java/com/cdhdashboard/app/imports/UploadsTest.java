package com.cdhdashboard.app.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsTest {
    @TempDir
    Path folder;

    private Uploads uploads() {
        return new Uploads(folder.resolve("uploads"), 10, new Random(1));
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "export.zip, export.zip",
        "../../etc/passwd, passwd",
        "..\\..\\windows\\win.ini, win.ini",
        "/etc/cron.d/job, job",
        ".bashrc, _bashrc",
        "..., _",
        "'a b;rm -rf *.json', a_b_rm_-rf__.json",
        "'', file_",
        "dir/, file_",
        "NUL.json, file_NUL.json",
        "Größe.json, Größe.json"
    })
    void ofANameOnlyTheHarmlessPartIsUsed(String name, String safe) {
        assertThat(Uploads.safeName(name)).isEqualTo(safe);
    }

    @Test
    void aLongNameKeepsItsEnd() {
        String longest = "x".repeat(235) + ".json";
        assertThat(Uploads.safeName(longest)).isEqualTo(longest);
        assertThat(Uploads.safeName("a" + longest)).isEqualTo(longest);
        assertThat(Uploads.safeName("x".repeat(500) + ".json")).isEqualTo(longest);
        assertThat(Uploads.safeName("é".repeat(500) + ".json")).isEqualTo("é".repeat(117) + ".json");
        assertThat(Uploads.safeName("𠮷".repeat(100) + ".json")).isEqualTo("𠮷".repeat(58) + ".json");
    }

    @Test
    void filesOfOneNameAreKeptApart() throws IOException {
        Uploads uploads = uploads();
        String batch = uploads.open();
        uploads.add(batch, "a/data.json", content("1"));
        uploads.add(batch, "b/data.json", content("22"));
        assertThat(uploads.files(batch).stream().map(file -> file.getFileName().toString()))
                .containsExactly("2-data.json", "data.json");
        assertThat(Files.readString(uploads.files(batch).get(0))).isEqualTo("22");
    }

    @Test
    void aFileThatGrowsOverTheLimitIsRefusedAndRemoved() {
        Uploads uploads = uploads();
        String batch = uploads.open();
        assertThatThrownBy(() -> uploads.add(batch, "big.json", content("12345678901")))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("\"big.json\" is larger than");
        assertThat(uploads.files(batch)).isEmpty();
    }

    @Test
    void aConnectionThatBreaksLeavesNothing() {
        Uploads uploads = uploads();
        String batch = uploads.open();
        InputStream broken = new FilterInputStream(content("")) {
            @Override
            public int read(byte[] buffer) throws IOException {
                throw new IOException("reset");
            }
        };
        assertThatThrownBy(() -> uploads.add(batch, "a.json", broken)).isInstanceOf(UserException.class);
        assertThat(uploads.files(batch)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../secret", "0123456789abcdef", "0123456789ABCDEF/..", "none"})
    void aBatchThatWasNotOpenedIsNotFound(String name) {
        assertThatThrownBy(() -> uploads().batch(name))
                .isInstanceOf(UserException.class)
                .hasMessage("This upload is no longer known; choose the files again");
    }

    @Test
    void whatAnEarlierRunLeftIsRemovedAndNothingElse() throws IOException {
        Uploads first = uploads();
        first.add(first.open(), "a.json", content("1"));
        Files.writeString(folder.resolve("uploads/keep.txt"), "");
        uploads();
        try (Stream<Path> left = Files.list(folder.resolve("uploads"))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("keep.txt");
        }
    }
}
