package com.cdhdashboard.core.ingest.archive;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.FileHead;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.JsonForm;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.core.ingest.format.Refusal;
import com.cdhdashboard.core.ingest.format.SpoolFile;
import com.cdhdashboard.core.sheet.CsvFile;
import com.cdhdashboard.core.sheet.WorkbookFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Makes parts of a file and of its members: lines and parquet as they stand, everything else as lines of JSON. */
final class PartMaking {
    private static final int BUFFER_BYTES = 256 << 10;

    private final SourceFile source;
    private final UnpackGuard guard;
    private final PartSink sink;
    private final Unpacking.Target target;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final List<String> notes = new ArrayList<>();
    private int parts;
    private long bytes;

    PartMaking(SourceFile source, UnpackGuard guard, PartSink sink, Unpacking.Target target) {
        this.source = source;
        this.guard = guard;
        this.sink = sink;
        this.target = target;
    }

    Unpacked made() {
        return new Unpacked(parts, bytes, notes);
    }

    /** The file itself as one part. */
    void whole(Format format) throws InterruptedException {
        sink.accept(new Part(source, "", format, source.path(), 1, OptionalLong.empty(), false));
        parts++;
        bytes += source.size();
    }

    /** Spools what the stream holds behind the head. */
    void make(String member, byte[] head, InputStream in, Format format) throws IOException, InterruptedException {
        if (isTable(format)) {
            SpoolFile file = spooled(head, in, format);
            try {
                table(member, file.path(), format);
            } finally {
                file.delete();
            }
            return;
        }
        int start = format == Format.PARQUET ? 0 : FileHead.byteOrderMark(head);
        JsonForm form =
                format == Format.NDJSON ? JsonForm.of(place(member), head, start, target.telling()) : JsonForm.LINES;
        if (!form.rows()) {
            return;
        }
        if (!form.lines()) {
            InputStream all = new SequenceInputStream(new ByteArrayInputStream(head, start, head.length - start), in);
            elements(member, all, form);
            return;
        }
        try (PartWriter writer = writer(member, format, false)) {
            writer.write(head, start, head.length);
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                writer.write(buffer, 0, read);
            }
            writer.finish();
            count(writer);
        }
    }

    private void elements(String member, InputStream in, JsonForm form) throws IOException, InterruptedException {
        try (PartWriter writer = writer(member, Format.NDJSON, false)) {
            // What goes out is as long as what came in, which the guard has counted
            List<String> how =
                    new JsonElements(place(member), in, new PartStream(writer, bytes -> {})).copy(form.list());
            writer.finish();
            count(writer);
            how.forEach(note -> note(member, note));
        }
    }

    private void note(String member, String note) {
        notes.add((member.isEmpty() ? "" : place(member) + ": ") + note);
    }

    void note(String note) {
        notes.add(note);
    }

    private void count(PartWriter writer) {
        parts += writer.parts();
        bytes += writer.bytes();
    }

    private PartWriter writer(String member, Format format, boolean converted) {
        return new PartWriter(
                new PartWriter.Target(
                        source, member, place(member), format, target.spoolFolder(), target.partBytes(), converted),
                sink);
    }

    static boolean isTable(Format format) {
        return format == Format.CSV || format == Format.XLSX;
    }

    /** Files of rows and columns are read more than once, so they must lie on the disk. */
    void table(String member, Path file, Format format) throws InterruptedException {
        TableOptions options = target.tables();
        String place = place(member);
        try {
            convert(
                    member,
                    out -> format == Format.XLSX
                            ? WorkbookFile.read(place, file, options, guard::count, out)
                            : CsvFile.read(place, file, options, guard::count, out));
        } catch (IOException e) {
            throw ended(place(member), e);
        }
    }

    /** Writes rows in another form, and gives notes on how they were read. */
    private interface Conversion {
        List<String> write(OutputStream rows) throws IOException;
    }

    private void convert(String member, Conversion conversion) throws IOException, InterruptedException {
        try (PartWriter writer = writer(member, Format.NDJSON, true)) {
            List<String> how = conversion.write(new PartStream(writer, guard::converted));
            writer.finish();
            count(writer);
            how.forEach(note -> note(member, note));
        }
    }

    /** What the stream holds on the disk, for who must read it more than once. */
    SpoolFile spooled(byte[] head, InputStream in, Format format) throws IOException {
        SpoolFile file = SpoolFile.create(target.spoolFolder(), format);
        boolean whole = false;
        try {
            file.write(head, 0, head.length);
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                file.write(buffer, 0, read);
            }
            file.close();
            whole = true;
            return file;
        } finally {
            if (!whole) {
                file.delete();
            }
        }
    }

    /** What messages call a member; the file itself where it is empty. */
    String place(String member) {
        return member.isEmpty() ? source.name() : source.name() + "!" + member;
    }

    /** Throws what an interrupt is, and gives what else ended the reading. */
    static RuntimeException ended(String place, IOException cause) throws InterruptedException {
        if (cause instanceof InterruptedIOException || cause instanceof ClosedByInterruptException) {
            // As is the custom of all who throw it: the flag is passed on as the exception
            Thread.interrupted();
            throw new InterruptedException("unpacking " + place + " was ended");
        }
        return Refusal.damaged(place, cause);
    }
}
