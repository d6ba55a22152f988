package com.cdhdashboard.core.sheet;

import com.cdhdashboard.core.config.TableEncoding;
import com.cdhdashboard.core.config.TableOptions;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** How a CSV file is written: told by its first bytes, unless the options say it. */
public record CsvForm(TableEncoding encoding, int mark, char delimiter, char quote, char decimal) {
    private static final String DELIMITERS = ",;\t|";
    private static final Pattern WITH_COMMA = Pattern.compile("-?[0-9.]*[0-9],[0-9]+");
    private static final Pattern WITH_POINT = Pattern.compile("-?[0-9,]*[0-9]\\.[0-9]+");
    private static final int LINES = 50;

    /** The form of a file that begins with these bytes. */
    public static CsvForm of(byte[] head, TableOptions options) {
        TableEncoding encoding = options.encoding().orElseGet(() -> encoding(head));
        int mark = mark(head, encoding);
        String text = decode(Arrays.copyOfRange(head, mark, head.length), encoding.charset());
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(LINES).toList();
        char quote = options.quote().orElse('"');
        char delimiter = options.delimiter().orElseGet(() -> delimiter(lines, quote));
        char decimal = options.decimal().orElseGet(() -> decimal(lines, delimiter, quote));
        return new CsvForm(encoding, mark, delimiter, quote, decimal);
    }

    /** In words, for a note. */
    public String describe() {
        String sign = delimiter == '\t' ? "tab" : delimiter == ' ' ? "space" : "\"" + delimiter + "\"";
        return "read as CSV with the delimiter " + sign + ", encoding " + encoding.label() + ", decimal \"" + decimal
                + "\"";
    }

    private static TableEncoding encoding(byte[] head) {
        if (startsWith(head, 0xFF, 0xFE)) {
            return TableEncoding.UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return TableEncoding.UTF_16BE;
        }
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] > head.length / 4) {
            return zeros[1] >= zeros[0] ? TableEncoding.UTF_16LE : TableEncoding.UTF_16BE;
        }
        return isUtf8(head) ? TableEncoding.UTF_8 : TableEncoding.WINDOWS_1252;
    }

    private static boolean isUtf8(byte[] head) {
        CharsetDecoder decoder = TableEncoding.UTF_8
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        // The last character may be cut off by the end of the head
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false)
                .isError();
    }

    private static int mark(byte[] head, TableEncoding encoding) {
        return switch (encoding) {
            case UTF_8 -> startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            case UTF_16LE -> startsWith(head, 0xFF, 0xFE) ? 2 : 0;
            case UTF_16BE -> startsWith(head, 0xFE, 0xFF) ? 2 : 0;
            case WINDOWS_1252 -> 0;
        };
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decode(byte[] bytes, Charset charset) {
        return new String(bytes, charset);
    }

    /** The one that stands equally often in most lines, outside of quotes; of several the most frequent. */
    private static char delimiter(List<String> lines, char quote) {
        char best = ',';
        long bestScore = 0;
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char candidate = DELIMITERS.charAt(i);
            List<Integer> counts = lines.stream()
                    .map(line -> split(line, candidate, quote).size() - 1)
                    .toList();
            long first = counts.isEmpty() ? 0 : counts.get(0);
            long equal = counts.stream().filter(count -> count == first).count();
            long score = first == 0 ? 0 : equal * 1000 + first;
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** A comma where numbers hold commas and none a point, or none of either in a file parted by semicolons. */
    private static char decimal(List<String> lines, char delimiter, char quote) {
        List<String> values = lines.stream()
                .skip(1)
                .flatMap(line -> split(line, delimiter, quote).stream())
                .map(String::strip)
                .toList();
        boolean commas =
                values.stream().anyMatch(value -> WITH_COMMA.matcher(value).matches());
        boolean points =
                values.stream().anyMatch(value -> WITH_POINT.matcher(value).matches());
        return commas && !points ? ',' : '.';
    }

    private static List<String> split(String line, char delimiter, char quote) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char symbol = line.charAt(i);
            if (symbol == quote) {
                quoted = !quoted;
            } else if (symbol == delimiter && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(symbol);
            }
        }
        values.add(value.toString());
        return values;
    }
}
