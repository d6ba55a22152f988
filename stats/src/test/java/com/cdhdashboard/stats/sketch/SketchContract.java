package com.cdhdashboard.stats.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.stats.MergeableContract;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for everything that a store keeps as bytes. */
abstract class SketchContract<T extends Sketch<T>> extends MergeableContract<T> {
    private static final int FUZZED = 5_000;

    /** As messages name it. */
    protected abstract String kind();

    protected abstract T fromBytes(byte[] bytes);

    @Test
    void bytesReadBackAreTheSameState() {
        for (int size : new int[] {0, 1, 2, 100, 600, 30_000}) {
            T state = of(rows(size));
            T read = fromBytes(state.toBytes());

            assertThat(read).isEqualTo(state).hasSameHashCodeAs(state).hasToString(state.toString());
            assertThat(read.toBytes()).isEqualTo(state.toBytes());
        }
    }

    @Test
    void whatWasReadBackMergesAsTheOriginal() {
        T first = of(rows(5_000));
        T second = of(rows(700));

        assertThat(fromBytes(first.toBytes()).mergeWith(fromBytes(second.toBytes())))
                .isEqualTo(first.mergeWith(second));
    }

    @Test
    void anUnknownFormatIsRefusedByItsNumber() {
        byte[] bytes = of(rows(10)).toBytes();
        bytes[0] = 7;

        assertThatThrownBy(() -> fromBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the bytes of a " + kind() + " have format 7; this version reads formats up to 1");
    }

    @Test
    void bytesThatEndEarlyOrLateAreRefused() {
        byte[] bytes = of(rows(700)).toBytes();

        assertThatThrownBy(() -> fromBytes(new byte[0]))
                .hasMessage("the bytes of a " + kind() + " are damaged: they end early");
        assertThatThrownBy(() -> fromBytes(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the bytes of a " + kind() + " are damaged: ");
        assertThatThrownBy(() -> fromBytes(Arrays.copyOf(bytes, bytes.length + 3)))
                .hasMessage("the bytes of a " + kind() + " are damaged: 3 bytes are left over");
    }

    @Test
    void damagedBytesAreReadAsSomeStateOrRefusedButNothingElse() {
        Random random = new Random(11);
        byte[] sound = of(rows(400)).toBytes();
        for (int i = 0; i < FUZZED; i++) {
            byte[] bytes = sound.clone();
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                bytes[1 + random.nextInt(bytes.length - 1)] = (byte) random.nextInt();
            }
            assertReadOrRefused(bytes);
        }
    }

    private void assertReadOrRefused(byte[] bytes) {
        try {
            assertThat(fromBytes(bytes).toBytes()).isNotEmpty();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("the bytes of a " + kind() + " are damaged: ");
        }
    }
}
