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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a CSV file is written: told by its first bytes, unless the options say it.
 *
 * @param mark how many bytes stand before the text
 * @param saysDelimiter whether the first line is {@code sep=;}, by which spreadsheet programs are told the delimiter
 * @param parted whether the lines look like those of a table
 */
public record CsvForm(
        TableEncoding encoding, int mark, char delimiter, char quote, boolean saysDelimiter, boolean parted) {
    /** Of several that part lines equally well the first: commas stand in numbers and texts too. */
    private static final String DELIMITERS = ";\t|,";

    private static final Pattern SAYS_DELIMITER = Pattern.compile("\"?sep=(.)\"?\\1*", Pattern.CASE_INSENSITIVE);
    private static final int LINES = 50;

    /** The form of a file that begins with these bytes. */
    public static CsvForm of(byte[] head, TableOptions options) {
        TableEncoding encoding = options.encoding().orElseGet(() -> encoding(head));
        int mark = mark(head, encoding);
        String text = decode(Arrays.copyOfRange(head, mark, head.length), encoding.charset());
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(LINES).toList();
        Matcher says = SAYS_DELIMITER.matcher(text.lines().findFirst().orElse(""));
        boolean saysDelimiter = says.matches();
        char quote = options.quote().orElse('"');
        char delimiter = options.delimiter()
                .orElseGet(() -> saysDelimiter ? says.group(1).charAt(0) : delimiter(lines, quote));
        boolean parted = saysDelimiter || linesParted(lines, delimiter, quote).equal() * 2L >= lines.size();
        return new CsvForm(encoding, mark, delimiter, quote, saysDelimiter, parted);
    }

    /** In words, for a note. */
    String describe(char decimal) {
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
            Parted parted = linesParted(lines, DELIMITERS.charAt(i), quote);
            long score = parted.equal() * 1000L + parted.times();
            if (score > bestScore) {
                best = DELIMITERS.charAt(i);
                bestScore = score;
            }
        }
        return best;
    }

    /**
     * How a delimiter parts lines.
     *
     * @param times how often it stands in most of the lines that hold it
     * @param equal in how many lines it stands so often
     */
    private record Parted(int times, int equal) {}

    private static Parted linesParted(List<String> lines, char delimiter, char quote) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (String line : lines) {
            int times = split(line, delimiter, quote).size() - 1;
            if (times > 0) {
                counts.merge(times, 1, Integer::sum);
            }
        }
        Parted best = new Parted(0, 0);
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            best = count.getValue() > best.equal ? new Parted(count.getKey(), count.getValue()) : best;
        }
        return best;
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
