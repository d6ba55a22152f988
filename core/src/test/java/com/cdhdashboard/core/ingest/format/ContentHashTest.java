package com.cdhdashboard.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentHashTest {
    private static final int LENGTH = 3 << 20;

    @TempDir
    private Path folder;

    private static byte[] content() {
        byte[] content = new byte[LENGTH];
        new Random(7).nextBytes(content);
        return content;
    }

    private String hash(String name, byte[] content) throws IOException {
        return ContentHash.of(Files.write(folder.resolve(name), content));
    }

    @Test
    void isTheSameForTheSameContentUnderAnotherName() throws IOException {
        assertThat(hash("one", content())).isEqualTo(hash("other", content())).matches("[0-9a-f]{64}");
    }

    static final List<Named<Consumer<byte[]>>> CHANGES = List.of(
            Named.of("the first byte", content -> content[0]++),
            Named.of("a byte behind the beginning", content -> content[70_000]++),
            Named.of("the last byte", content -> content[LENGTH - 1]++),
            Named.of("two bytes change places", content -> {
                byte kept = content[2_000_000];
                content[2_000_000] = content[2_500_000];
                content[2_500_000] = kept;
            }));

    @ParameterizedTest
    @FieldSource("CHANGES")
    void differsWhereAByteDiffers(Consumer<byte[]> change) throws IOException {
        byte[] changed = content();
        change.accept(changed);
        assertThat(hash("changed", changed)).isNotEqualTo(hash("one", content()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, LENGTH - 1})
    void differsWhereTheLengthDiffers(int length) throws IOException {
        assertThat(hash("short", Arrays.copyOf(content(), length))).isNotEqualTo(hash("one", content()));
        assertThat(hash("zeroes", new byte[length])).isNotEqualTo(hash("more", new byte[length + 1]));
    }

    @Test
    void aFileThatIsGoneIsSaidSo() {
        assertThatThrownBy(() -> ContentHash.of(folder.resolve("gone")))
                .hasMessage("\"gone\" cannot be read (it is not there, or a link that leads nowhere); check that it"
                        + " exists and its permissions");
    }
}
