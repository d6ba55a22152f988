package com.cdhdashboard.core.ingest.archive;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.FileHead;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.JsonForm;
import com.cdhdashboard.core.ingest.format.SpoolFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The unpacking of one file: itself, or the members of an archive, and of archives in it. */
final class Unpacking {
    private static final int BUFFER_BYTES = 256 << 10;
    private static final int NAMES_IN_NOTE = 3;

    private final SourceFile source;
    private final UnpackGuard guard;
    private final Target target;
    private final PartMaking making;

    /**
     * Where parts go, how large they are, and how files become parts.
     *
     * @param tables how those of rows and columns do
     * @param telling names of which a row has at least one; empty where it may have any
     */
    record Target(Path spoolFolder, long partBytes, TableOptions tables, List<String> telling) {}

    Unpacking(SourceFile source, UnpackGuard guard, PartSink sink, Target target) {
        this.source = source;
        this.guard = guard;
        this.target = target;
        this.making = new PartMaking(source, guard, sink, target);
    }

    Unpacked run() throws InterruptedException {
        Format format = Format.of(source.path(), target.tables());
        if (format.isArchive()) {
            archive(source.path(), format, "", 1);
        } else {
            plain(format);
        }
        return making.made();
    }

    private void plain(Format format) throws InterruptedException {
        if (PartMaking.isTable(format)) {
            making.table("", source.path(), format);
            return;
        }
        if (format == Format.NDJSON && source.size() == 0) {
            return;
        }
        try (InputStream in = guard.count(Files.newInputStream(source.path()))) {
            if (isRead(format, in.readNBytes(FileHead.BYTES))) {
                making.whole(format);
                return;
            }
        } catch (IOException e) {
            throw PartMaking.ended(source.name(), e);
        }
        try (InputStream in = guard.count(Files.newInputStream(source.path()))) {
            content("", in, 1);
        } catch (IOException e) {
            throw PartMaking.ended(source.name(), e);
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
        String label = making.place(outer);
        Members members = new Members(label, outer, level);
        try {
            if (format == Format.ZIP) {
                try (ZipArchive zip = ZipArchive.open(path, label, guard)) {
                    zip.read(members);
                }
            } else {
                try (InputStream in = stream(path, format)) {
                    if (format == Format.GZIP) {
                        content(outer, in, level);
                        return;
                    }
                    new TarArchive(label, guard, in).read(members);
                }
            }
        } catch (IOException e) {
            throw PartMaking.ended(label, e);
        }
        members.note();
    }

    private InputStream stream(Path path, Format format) throws IOException {
        InputStream file = Files.newInputStream(path);
        if (format == Format.TAR) {
            return guard.count(new BufferedInputStream(file, BUFFER_BYTES));
        }
        return guard.count(new GzipStreams(file, BUFFER_BYTES));
    }

    /** Makes parts of what the stream holds, by what its first bytes say. */
    private void content(String member, InputStream in, int level) throws IOException, InterruptedException {
        byte[] head = in.readNBytes(FileHead.BYTES);
        if (head.length == 0) {
            return;
        }
        Format format = new FileHead(making.place(member), head, target.tables()).format();
        if (format.isArchive()) {
            nested(member, head, in, level + 1);
        } else {
            making.make(member, head, in, format);
        }
    }

    private void nested(String member, byte[] head, InputStream in, int level)
            throws IOException, InterruptedException {
        guard.requireNesting(level, source.name(), member);
        SpoolFile file = making.spooled(head, in, Format.ZIP);
        try {
            archive(file.path(), Format.of(file.path(), target.tables()), member, level);
        } finally {
            file.delete();
        }
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
                guard.requireNesting(level + 1, label, name);
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
                throw PartMaking.ended(making.place(member), e);
            }
        }

        void note() {
            if (wanted == 0) {
                making.note(label + ": there is no .json, .ndjson, .jsonl, .parquet, .csv, .tsv or .xlsx member in it");
            }
            if (!others.isEmpty()) {
                String names = String.join(", ", others.subList(0, Math.min(others.size(), NAMES_IN_NOTE)));
                making.note(label + ": " + others.size() + " other members were passed over: " + names
                        + (others.size() > NAMES_IN_NOTE ? ", …" : ""));
            }
        }
    }
}
