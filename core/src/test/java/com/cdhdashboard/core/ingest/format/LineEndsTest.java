package com.cdhdashboard.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineEndsTest {
    private static final int LENGTH = 70;

    /** Bytes of which a fifth are line feeds, and two fifths differ from one in a bit; all beginnings and ends. */
    @Test
    void findsAndCountsAsOneByteAfterAnotherDoes() {
        Random random = new Random(5);
        byte[] choices = {'\n', 0x0B, 0x0A - 0x80, 0x00, 0x7F};
        byte[] bytes = new byte[LENGTH];
        IntStream.range(0, LENGTH).forEach(i -> bytes[i] = choices[random.nextInt(choices.length)]);
        for (int from = 0; from <= LENGTH; from++) {
            for (int to = from; to <= LENGTH; to++) {
                int[] ends =
                        IntStream.range(from, to).filter(i -> bytes[i] == '\n').toArray();
                assertThat(LineEnds.count(bytes, from, to)).isEqualTo(ends.length);
                assertThat(LineEnds.first(bytes, from, to)).isEqualTo(ends.length == 0 ? -1 : ends[0]);
                assertThat(LineEnds.last(bytes, from, to)).isEqualTo(ends.length == 0 ? -1 : ends[ends.length - 1]);
            }
        }
    }
}
