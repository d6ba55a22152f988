package com.cdhdashboard.core.ingest.format;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.sheet.CsvForm;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first bytes of a file or archive member, and what they tell of its format. */
public final class FileHead {
    /** Enough to pass over any reasonable blank start and to see a header line. */
    public static final int BYTES = 64 << 10;

    static final int TAR_HEADER_BYTES = 512;
    private static final int TAR_MAGIC_OFFSET = 257;

    private static final int MEMBER_NAME_OFFSET = 30;

    /** What the names of members of workbooks begin with. */
    private static final List<String> IN_WORKBOOKS =
            List.of("[Content_Types].xml", "_rels/", "docProps/", "xl/", "customXml/");

    private static final int QUOTED_CHARACTERS = 30;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final String UTF_16 = "UTF-16 text (save it as UTF-8)";
    private static final String READABLE =
            "Files that can be read: zip, gzip, tar, tar.gz, one JSON object a line, a JSON array, parquet, CSV, XLSX";

    /** First bytes in hexadecimal, and what such a file is called. */
    private static final Map<String, String> FOREIGN = foreign();

    private final String name;
    private final byte[] head;
    private final TableOptions tables;

    /** @param tables how files of rows and columns are read */
    public FileHead(String name, byte[] head, TableOptions tables) {
        this.name = name;
        this.head = head;
        this.tables = tables;
    }

    static boolean isTar(byte[] head) {
        byte[] magic = bytes("7573746172");
        return head.length >= TAR_HEADER_BYTES
                && Arrays.equals(head, TAR_MAGIC_OFFSET, TAR_MAGIC_OFFSET + magic.length, magic, 0, magic.length);
    }

    /** Bytes of a UTF-8 byte order mark at the start: 3 or 0. */
    public static int byteOrderMark(byte[] head) {
        return startsWith(head, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    }

    public Format format() {
        if (startsWith(head, bytes("504B0304")) || startsWith(head, bytes("504B0506"))) {
            return zipOrWorkbook();
        }
        if (startsWith(head, bytes("1F8B"))) {
            return Format.GZIP;
        }
        if (startsWith(head, bytes("50415231"))) {
            return Format.PARQUET;
        }
        if (!startsLike("{[<") && isTableText()) {
            return Format.CSV;
        }
        FOREIGN.forEach((magic, kind) -> {
            if (startsWith(head, bytes(magic))) {
                throw unreadable(kind);
            }
        });
        return isTar(head) ? Format.TAR : textFormat();
    }

    /** Writers put the members of a workbook in any order, but none of them into archives of data. */
    private Format zipOrWorkbook() {
        String start = new String(head, 0, Math.min(head.length, 100), StandardCharsets.ISO_8859_1);
        if (IN_WORKBOOKS.stream().anyMatch(member -> start.startsWith(member, MEMBER_NAME_OFFSET))) {
            return Format.XLSX;
        }
        return Format.ZIP;
    }

    /** Text in any encoding that is neither JSON nor XML and has a delimiter; with one configured, any text is a table. */
    private boolean isTableText() {
        CsvForm form = CsvForm.of(head, tables);
        String text = new String(
                head, form.mark(), head.length - form.mark(), form.encoding().charset());
        String start = text.stripLeading();
        if (start.isEmpty() || "{[<".indexOf(start.charAt(0)) >= 0) {
            return false;
        }
        boolean binary = text.chars().anyMatch(symbol -> symbol < ' ' && "\t\n\r\f".indexOf(symbol) < 0);
        String firstLine = start.lines().findFirst().orElse("");
        // Titles may stand above a table
        boolean parted = firstLine.indexOf(form.delimiter()) >= 0 || form.parted();
        return !binary && (parted || tables.delimiter().isPresent());
    }

    /** Whether the first byte that is not blank is one of these; cheap, as most members of archives are JSON. */
    private boolean startsLike(String symbols) {
        int at = byteOrderMark(head);
        while (at < head.length && " \t\r\n".indexOf(head[at]) >= 0) {
            at++;
        }
        return at < head.length && symbols.indexOf(head[at]) >= 0;
    }

    private Format textFormat() {
        String text = text();
        String start = text.stripLeading();
        if (start.isEmpty() || start.startsWith("{") || start.startsWith("[")) {
            return Format.NDJSON;
        }
        if (start.startsWith("<")) {
            throw unreadable("XML or a web page");
        }
        String firstLine = start.lines().findFirst().orElse("");
        throw unreadable("text that starts with \"" + shortened(firstLine) + "\"");
    }

    /** The bytes as text, without a byte order mark; the last character may be cut off by the end of the head. */
    private String text() {
        if (isWide(0) || isWide(1)) {
            throw unreadable(UTF_16);
        }
        int mark = byteOrderMark(head);
        ByteBuffer in = ByteBuffer.wrap(head, mark, head.length - mark);
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        // A row with a broken character is for the reader of rows; what starts like JSON is taken as such
        boolean broken = decoder.decode(in, out, false).isError();
        String text = out.flip().toString();
        boolean binary = text.chars().anyMatch(symbol -> symbol < ' ' && "\t\n\r\f".indexOf(symbol) < 0);
        boolean json =
                text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
        if ((broken || binary) && !json) {
            throw unreadable("binary data, or text that is not UTF-8");
        }
        return text;
    }

    /** Whether the text begins with two characters of ASCII in two bytes each, the one that is not zero at this place. */
    private boolean isWide(int place) {
        return head.length >= 4
                && head[place] >= '\t'
                && head[place + 2] >= '\t'
                && head[1 - place] == 0
                && head[3 - place] == 0;
    }

    private UserException unreadable(String kind) {
        return new UserException("\"" + name + "\" looks like " + kind + ". " + READABLE);
    }

    private static String shortened(String line) {
        return line.length() <= QUOTED_CHARACTERS ? line : line.substring(0, QUOTED_CHARACTERS) + "…";
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }

    private static Map<String, String> foreign() {
        Map<String, String> foreign = new LinkedHashMap<>();
        foreign.put("50415245", "an encrypted parquet file");
        foreign.put("504B0708", "one volume of a split zip archive");
        foreign.put("255044462D", "a PDF document");
        foreign.put("425A68", "a bzip2 archive");
        foreign.put("FD377A585A00", "an xz archive");
        foreign.put("28B52FFD", "a Zstandard archive");
        foreign.put("377ABCAF271C", "a 7z archive");
        foreign.put("526172211A07", "a RAR archive");
        foreign.put("D0CF11E0A1B11AE1", "an old Excel or Word file (save it as CSV)");
        foreign.put("4F626A01", "an Avro file");
        foreign.put("4152524F5731", "an Arrow file");
        foreign.put("53514C69746520666F726D6174203300", "an SQLite database");
        foreign.put("89504E47", "a PNG image");
        foreign.put("FFD8FF", "a JPEG image");
        foreign.put("FFFE0000", "UTF-32 text (save it as UTF-8)");
        foreign.put("FFFE", UTF_16);
        foreign.put("FEFF", UTF_16);
        return Collections.unmodifiableMap(foreign);
    }
}
