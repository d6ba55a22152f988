package com.cdhdashboard.core.ingest;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.sheet.CsvFile;
import com.cdhdashboard.core.sheet.WorkbookFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The unpacking of one file. */
final class Unpacking {
    private static final int BUFFER_BYTES = 256 << 10;
    private static final int NAMES_IN_NOTE = 3;

    private final SourceFile source;
    private final Meter meter;
    private final PartSink sink;
    private final Target target;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final List<String> notes = new ArrayList<>();
    private int parts;
    private long bytes;

    /**
     * Where parts go, how large they are, and how files become parts.
     *
     * @param tables how those of rows and columns do
     * @param telling names of which a row has at least one; empty where it may have any
     */
    record Target(Path spoolFolder, long partBytes, TableOptions tables, List<String> telling) {}

    Unpacking(SourceFile source, Meter meter, PartSink sink, Target target) {
        this.source = source;
        this.meter = meter;
        this.sink = sink;
        this.target = target;
    }

    Unpacked run() throws InterruptedException {
        Format format = Format.of(source.path(), target.tables());
        if (format.isArchive()) {
            archive(source.path(), format, "", 1);
        } else {
            plain(format);
        }
        return new Unpacked(parts, bytes, notes);
    }

    private void plain(Format format) throws InterruptedException {
        if (isTable(format)) {
            table("", source.path(), format);
            return;
        }
        if (format == Format.NDJSON && source.size() == 0) {
            return;
        }
        try (InputStream in = meter.count(Files.newInputStream(source.path()))) {
            if (isRead(format, in.readNBytes(FileHead.BYTES))) {
                sink.accept(new Part(source, "", format, source.path(), 1, OptionalLong.empty(), false));
                parts++;
                bytes += source.size();
                return;
            }
        } catch (IOException e) {
            throw ended(source.name(), e);
        }
        try (InputStream in = meter.count(Files.newInputStream(source.path()))) {
            content("", in, 1);
        } catch (IOException e) {
            throw ended(source.name(), e);
        }
    }

    /** Whether engines read a file as it stands. None is bound to take a byte order mark. */
    private boolean isRead(Format format, byte[] head) {
        return FileHead.byteOrderMark(head) == 0
                && (format != Format.NDJSON
                        || JsonForm.of(source.name(), head, 0, target.telling()).lines());
    }

    /** @param outer the archive as a member of others; empty for the file itself */
    private void archive(Path path, Format format, String outer, int level) throws InterruptedException {
        String label = place(outer);
        Members members = new Members(label, outer, level);
        try {
            if (format == Format.ZIP) {
                try (ZipArchive zip = ZipArchive.open(path, label, meter)) {
                    zip.read(members);
                }
            } else {
                try (InputStream in = stream(path, format)) {
                    if (format == Format.GZIP) {
                        content(outer, in, level);
                        return;
                    }
                    new TarArchive(label, meter, in).read(members);
                }
            }
        } catch (IOException e) {
            throw ended(label, e);
        }
        members.note();
    }

    private InputStream stream(Path path, Format format) throws IOException {
        InputStream file = Files.newInputStream(path);
        if (format == Format.TAR) {
            return meter.count(new BufferedInputStream(file, BUFFER_BYTES));
        }
        return meter.count(new GzipStreams(file, BUFFER_BYTES));
    }

    /** Spools what the stream holds, by what its first bytes say. */
    private void content(String member, InputStream in, int level) throws IOException, InterruptedException {
        byte[] head = in.readNBytes(FileHead.BYTES);
        if (head.length == 0) {
            return;
        }
        String place = place(member);
        Format format = new FileHead(place, head, target.tables()).format();
        if (format.isArchive()) {
            nested(member, head, in, level + 1);
            return;
        }
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
        JsonForm form = format == Format.NDJSON ? JsonForm.of(place, head, start, target.telling()) : JsonForm.LINES;
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
            // What goes out is as long as what came in, which the meter has counted
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

    private static boolean isTable(Format format) {
        return format == Format.CSV || format == Format.XLSX;
    }

    /** Files of rows and columns are read more than once, so they must lie on the disk. */
    private void table(String member, Path file, Format format) throws InterruptedException {
        TableOptions options = target.tables();
        String place = place(member);
        try {
            convert(
                    member,
                    out -> format == Format.XLSX
                            ? WorkbookFile.read(place, file, options, meter::count, out)
                            : CsvFile.read(place, file, options, meter::count, out));
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
            List<String> how = conversion.write(new PartStream(writer, meter::converted));
            writer.finish();
            count(writer);
            how.forEach(note -> note(member, note));
        }
    }

    private void nested(String member, byte[] head, InputStream in, int level)
            throws IOException, InterruptedException {
        meter.requireNesting(level, source.name(), member);
        SpoolFile file = spooled(head, in, Format.ZIP);
        try {
            archive(file.path(), Format.of(file.path(), target.tables()), member, level);
        } finally {
            file.delete();
        }
    }

    private SpoolFile spooled(byte[] head, InputStream in, Format format) throws IOException {
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

    private String place(String member) {
        return member.isEmpty() ? source.name() : source.name() + "!" + member;
    }

    /** Throws what an interrupt is, and gives what else ended the reading. */
    private static RuntimeException ended(String place, IOException cause) throws InterruptedException {
        if (cause instanceof InterruptedIOException || cause instanceof ClosedByInterruptException) {
            // As is the custom of all who throw it: the flag is passed on as the exception
            Thread.interrupted();
            throw new InterruptedException("unpacking " + place + " was ended");
        }
        return Refusal.damaged(place, cause);
    }

    /** Chooses the members that hold rows, and remembers the others for a note. */
    private final class Members implements MemberVisitor {
        private final String label;
        private final String outer;
        private final int level;
        private final List<String> others = new ArrayList<>();
        private int wanted;

        Members(String label, String outer, int level) {
            this.label = label;
            this.outer = outer;
            this.level = level;
        }

        @Override
        public boolean wants(String name) {
            MemberName.Use use = MemberName.use(name, target.telling().isEmpty());
            if (use == MemberName.Use.ARCHIVE) {
                meter.requireNesting(level + 1, label, name);
            }
            if (use == MemberName.Use.OTHER) {
                others.add(name);
            }
            boolean holdsRows = use == MemberName.Use.DATA || use == MemberName.Use.ARCHIVE;
            wanted += holdsRows ? 1 : 0;
            return holdsRows;
        }

        @Override
        public void visit(String name, InputStream content) throws InterruptedException {
            String member = outer.isEmpty() ? name : outer + "!" + name;
            try {
                content(member, content, level);
            } catch (IOException e) {
                throw ended(place(member), e);
            }
        }

        void note() {
            if (wanted == 0) {
                notes.add(label + ": there is no .json, .ndjson, .jsonl, .parquet, .csv, .tsv or .xlsx member in it");
            }
            if (!others.isEmpty()) {
                String names = String.join(", ", others.subList(0, Math.min(others.size(), NAMES_IN_NOTE)));
                notes.add(label + ": " + others.size() + " other members were passed over: " + names
                        + (others.size() > NAMES_IN_NOTE ? ", …" : ""));
            }
        }
    }
}
