package com.cdhdashboard.core.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Turns the bytes of a row into text, and refuses what no text holds. */
final class RowText {
    private RowText() {}

    static String of(RawRow row) throws RejectedRow {
        if (row.tooLong()) {
            throw new RejectedRow("the row is longer than " + (PartWriter.MAX_ROW_BYTES >> 20) + " MiB");
        }
        ByteBuffer in = ByteBuffer.wrap(row.bytes());
        CharBuffer out = CharBuffer.allocate(row.bytes().length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (decoder.decode(in, out, true).isError()) {
            throw new RejectedRow("invalid UTF-8 at byte " + (in.position() + 1) + " of the row");
        }
        String text = out.flip().toString();
        for (int i = 0; i < text.length(); i++) {
            char symbol = text.charAt(i);
            if (symbol < ' ' && "\t\r\n".indexOf(symbol) < 0) {
                throw new RejectedRow(String.format(
                        Locale.ROOT, "control byte 0x%02X at character %d of the row", (int) symbol, i + 1));
            }
        }
        return text;
    }

    /** For people to look at: what is no UTF-8 shows as replacement characters. */
    static String lenient(RawRow row) {
        return new String(row.bytes(), StandardCharsets.UTF_8).strip();
    }
}
