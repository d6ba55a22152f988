package com.cdhdashboard.core.ingest.archive;

import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.LineEnds;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.core.ingest.format.Refusal;
import com.cdhdashboard.core.ingest.format.SpoolFile;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes the bytes of one member into part files and hands each over as soon as it is complete. NDJSON is cut at the
 * first line end at which a part has reached its size; every other format stays whole.
 */
final class PartWriter implements Closeable {
    private static final byte[] LINE_END = {'\n'};

    /** What the parts are made from and where they go. */
    record Target(
            SourceFile origin,
            String member,
            String place,
            Format format,
            Path folder,
            long partBytes,
            boolean converted) {}

    private final Target target;
    private final PartSink sink;
    private final boolean lines;
    private Optional<SpoolFile> open = Optional.empty();
    private long bytesInPart;
    private long bytesInLine;
    private long rowsBefore;
    private long rowsInPart;
    private int parts;
    private long bytes;

    PartWriter(Target target, PartSink sink) {
        this.target = target;
        this.sink = sink;
        this.lines = target.format() == Format.NDJSON;
    }

    void write(byte[] source, int from, int to) throws InterruptedException {
        int start = from;
        while (start < to) {
            int cut = lines ? cut(source, start, to) : -1;
            int end = cut < 0 ? to : cut + 1;
            append(source, start, end);
            if (cut >= 0) {
                deliver();
            }
            start = end;
        }
    }

    /** Hands over what is left; must be called at the end of the member, and only if that was reached in order. */
    void finish() throws InterruptedException {
        if (open.isEmpty()) {
            return;
        }
        if (lines && bytesInLine > 0) {
            append(LINE_END, 0, 1);
        }
        deliver();
    }

    int parts() {
        return parts;
    }

    long bytes() {
        return bytes;
    }

    /** Removes a part that was not handed over. */
    @Override
    public void close() {
        open.ifPresent(SpoolFile::delete);
        open = Optional.empty();
    }

    /** Where the line ends with which the part is full; -1 where that is not among these bytes. */
    private int cut(byte[] source, int start, int to) {
        long room = Math.max(0, target.partBytes() - bytesInPart - 1);
        return room >= to - start ? -1 : LineEnds.first(source, start + (int) room, to);
    }

    private void append(byte[] source, int from, int to) {
        if (lines) {
            countLines(source, from, to);
        }
        if (open.isEmpty()) {
            open = Optional.of(SpoolFile.create(target.folder(), target.format()));
        }
        open.orElseThrow().write(source, from, to);
        bytesInPart += to - from;
    }

    private void countLines(byte[] source, int from, int to) {
        int first = LineEnds.first(source, from, to);
        requireRowFits(bytesInLine + (first < 0 ? to : first) - from);
        if (first < 0) {
            bytesInLine += to - from;
            return;
        }
        // Rows within one buffer fit, as a buffer is far smaller than the longest row
        bytesInLine = to - 1L - LineEnds.last(source, first, to);
        rowsInPart += LineEnds.count(source, first, to);
    }

    private void requireRowFits(long length) {
        if (!(length <= Part.MAX_ROW_BYTES)) {
            throw Refusal.line(target.place(), rowsBefore + rowsInPart + 1, Part.MAX_ROW_BYTES);
        }
    }

    private void deliver() throws InterruptedException {
        SpoolFile file = open.orElseThrow();
        file.close();
        OptionalLong rows = lines ? OptionalLong.of(rowsInPart) : OptionalLong.empty();
        sink.accept(new Part(
                target.origin(),
                target.member(),
                target.format(),
                file.path(),
                rowsBefore + 1,
                rows,
                true,
                target.converted()));
        open = Optional.empty();
        parts++;
        bytes += bytesInPart;
        rowsBefore += rowsInPart;
        bytesInPart = 0;
        rowsInPart = 0;
    }
}
