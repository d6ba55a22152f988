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

    /** Of the polynomials of CRC-32 and CRC-32C, multiplied over GF(2). */
    private static final int[] POWERS_OF_BOTH_POLYNOMIALS = {
        0, 1, 2, 4, 5, 6, 8, 10, 11, 13, 14, 15, 18, 20, 21, 23, 24, 25, 28, 31, 35, 38, 39, 40, 42, 46, 47, 49, 50, 51,
        53, 54, 57, 59, 60, 64
    };

    @TempDir
    private Path folder;

    private static byte[] content() {
        byte[] content = new byte[LENGTH];
        new Random(7).nextBytes(content);
        return content;
    }

    private String hash(String name, byte[] content) throws IOException {
        return read(Files.write(folder.resolve(name), content)).sha256();
    }

    private static ContentHash read(Path file) {
        return ContentHash.of(file, file.getFileName().toString(), () -> {});
    }

    /** The second as the first version entered it in its stores; the first by {@code sha256sum}. */
    @Test
    void tellsTheIdentityOfBothKindsOfStores() throws IOException {
        assertThat(read(Files.write(folder.resolve("one"), content())))
                .isEqualTo(new ContentHash(
                        "229b6d01d7a4b9061aac2e0a76fde8b6d0930dc615a92faf44b9dd935b0d5028",
                        "bd0b5d612c1926ea953fdee6298c2ccd9d4c7b314be45eaf183df2242832d49c"));
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

    /** A change by the product of both polynomials, which is none to CRC-32 and to CRC-32C. */
    @Test
    void differsWhereTheChecksumsOfFirstStoresDoNot() throws IOException {
        byte[] changed = content();
        for (int power : POWERS_OF_BOTH_POLYNOMIALS) {
            int bit = 64 - power;
            changed[2_000_000 + bit / 8] ^= (byte) (1 << bit % 8);
        }
        ContentHash one = read(Files.write(folder.resolve("one"), content()));
        ContentHash other = read(Files.write(folder.resolve("other"), changed));
        assertThat(other.ofFirstStores()).isEqualTo(one.ofFirstStores());
        assertThat(other.sha256()).isNotEqualTo(one.sha256());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, LENGTH - 1})
    void differsWhereTheLengthDiffers(int length) throws IOException {
        assertThat(hash("short", Arrays.copyOf(content(), length))).isNotEqualTo(hash("one", content()));
        assertThat(hash("zeroes", new byte[length])).isNotEqualTo(hash("more", new byte[length + 1]));
    }

    @Test
    void aFileThatIsGoneIsSaidSo() {
        assertThatThrownBy(() -> read(folder.resolve("gone")))
                .hasMessage("\"gone\" cannot be read (it is not there, or a link that leads nowhere); check that it"
                        + " exists and its permissions");
    }
}
