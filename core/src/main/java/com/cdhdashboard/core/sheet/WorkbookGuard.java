package com.cdhdashboard.core.sheet;

import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a workbook before it is read, so that reading it needs no more memory than an honest one does: parts
 * that are held in memory are small, no text or tag is huge, and no cell stands further right than a sheet is wide.
 */
final class WorkbookGuard {
    /** Of parts that are held in memory: the texts of all cells, the styles. */
    static final long MAX_HELD_BYTES = 96L << 20;

    /** Of one text or tag; a cell holds 32,767 characters at most. */
    static final int MAX_PIECE_BYTES = 1 << 20;

    private static final int COLUMN_LETTERS = 3;
    private static final int TAG_BYTES = 64;

    private final String place;
    private final byte[] tag = new byte[TAG_BYTES];
    private int tagLength;
    private int piece;

    private WorkbookGuard(String place) {
        this.place = place;
    }

    /**
     * Checks a workbook.
     *
     * @param counted gives the stream back with its bytes counted against the limits of a file
     */
    static void check(String place, ZipFile zip, UnaryOperator<InputStream> counted) throws IOException {
        Enumeration<ZipArchiveEntry> entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            ZipArchiveEntry entry = entries.nextElement();
            if (!zip.canReadEntryData(entry)) {
                throw refuse(place, "the part \"" + entry.getName() + "\" is encrypted or packed in an unusual way");
            }
            CRC32 checksum = new CRC32();
            try (InputStream in = new CheckedInputStream(counted.apply(zip.getInputStream(entry)), checksum)) {
                new WorkbookGuard(place).scan(entry.getName().toLowerCase(Locale.ROOT), in);
            } catch (ZipException e) {
                throw damaged(place, entry, e);
            }
            if (checksum.getValue() != entry.getCrc()) {
                throw damaged(place, entry, new ZipException("its checksum is not the one in the archive"));
            }
        }
    }

    static boolean isXml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    private static UserException damaged(String place, ZipArchiveEntry entry, ZipException cause) {
        return new UserException(
                UserException.Kind.USER,
                place + ": the workbook is damaged: its part \"" + entry.getName()
                        + "\" does not fit its checksum. Copy" + " or export the file again",
                cause);
    }

    private void scan(String name, InputStream in) throws IOException {
        boolean sheet = name.contains("worksheets/");
        boolean xml = isXml(name);
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (!sheet && xml && bytes > MAX_HELD_BYTES) {
                throw refuse(place, "its part \"" + name + "\" has more than " + (MAX_HELD_BYTES >> 20) + " MiB");
            }
            for (int i = 0; i < read && xml; i++) {
                step(buffer[i]);
            }
        }
    }

    private void step(byte symbol) {
        if (symbol == '<' || symbol == '>') {
            if (symbol == '>') {
                checkTag();
            }
            piece = 0;
            tagLength = 0;
            return;
        }
        if (tagLength < TAG_BYTES) {
            tag[tagLength++] = symbol;
        }
        if (++piece > MAX_PIECE_BYTES) {
            throw refuse(place, "one of its texts has more than " + (MAX_PIECE_BYTES >> 20) + " MiB");
        }
    }

    /** The tag of a cell begins with its name and place, such as {@code c r="AB12"}. */
    private void checkTag() {
        String text = new String(tag, 0, tagLength, StandardCharsets.ISO_8859_1);
        if (text.startsWith("!")) {
            throw refuse(place, "it declares entities, as no workbook does");
        }
        int at = text.indexOf(" r=");
        boolean cell = text.startsWith("c ") || text.contains(":c ");
        if (!cell || at < 0) {
            return;
        }
        int letters = 0;
        for (int i = at + 4; i < text.length() && Character.isLetter(text.charAt(i)); i++) {
            letters++;
        }
        if (letters > COLUMN_LETTERS) {
            throw refuse(place, "a cell stands further right than a sheet is wide");
        }
    }

    static UserException refuse(String place, String why) {
        return new UserException(
                UserException.Kind.RESOURCES, place + ": the workbook is not read, as " + why + ". Save it as CSV");
    }
}
