package com.cdhdashboard.core.ingest.row;

import com.cdhdashboard.core.ingest.format.Part;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Turns the bytes of a row into text, and refuses what no text holds. */
final class RowText {
    /** What a text has in place of bytes that are no UTF-8; a row may hold it itself, too. */
    private static final char REPLACEMENT = '\uFFFD';

    private RowText() {}

    static String of(RawRow row) throws RejectedRow {
        if (row.tooLong()) {
            throw new RejectedRow("the row is longer than " + (Part.MAX_ROW_BYTES >> 20) + " MiB");
        }
        String text = new String(row.bytes(), StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireValid(row.bytes());
        }
        for (int i = 0; i < text.length(); i++) {
            char symbol = text.charAt(i);
            if (symbol < ' ' && "\t\r\n".indexOf(symbol) < 0) {
                throw new RejectedRow(String.format(
                        Locale.ROOT, "control byte 0x%02X at character %d of the row", (int) symbol, i + 1));
            }
        }
        return text;
    }

    private static void requireValid(byte[] bytes) throws RejectedRow {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (decoder.decode(in, CharBuffer.allocate(bytes.length), true).isError()) {
            throw new RejectedRow("invalid UTF-8 at byte " + (in.position() + 1) + " of the row");
        }
    }

    /** For people to look at: what is no UTF-8 shows as replacement characters. */
    static String lenient(RawRow row) {
        return new String(row.bytes(), StandardCharsets.UTF_8).strip();
    }
}
