package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.ingest.archive.PartSink;
import com.cdhdashboard.core.ingest.archive.Unpacked;
import com.cdhdashboard.core.ingest.archive.Unpacker;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.core.ingest.row.ColumnProfiles;
import com.cdhdashboard.duckdb.imports.column.ColumnsSeen;
import com.cdhdashboard.duckdb.imports.schema.DataKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Unpacks the members of archives that hold this kind of data; a member whose first rows are of the other kind, or of
 * none, is passed over with a note.
 */
public final class MembersOfKind {
    private static final int ROWS = 50;

    private final Unpacker unpacker;
    private final DataKind kind;
    private final Optional<DataKind> other;

    public MembersOfKind(Unpacker unpacker, DataKind kind, Optional<DataKind> other) {
        this.unpacker = unpacker;
        this.kind = kind;
        this.other = other;
    }

    /** @param cancelled as {@link Unpacker#unpack(SourceFile, PartSink, BooleanSupplier)} asks */
    public Unpacked unpack(SourceFile file, PartSink sink, BooleanSupplier cancelled) throws InterruptedException {
        Map<String, Optional<String>> members = new HashMap<>();
        List<String> notes = new ArrayList<>();
        Unpacked unpacked = unpacker.unpack(
                file,
                part -> {
                    Optional<String> known = members.get(part.member());
                    Optional<String> foreign = known == null ? foreign(part) : known;
                    if (known == null) {
                        members.put(part.member(), foreign);
                        foreign.ifPresent(notes::add);
                    }
                    if (foreign.isPresent()) {
                        part.delete();
                    } else {
                        sink.accept(part);
                    }
                },
                cancelled);
        notes.addAll(0, unpacked.notes());
        return new Unpacked(unpacked.parts(), unpacked.bytes(), notes);
    }

    /** Why a member is passed over. A file that is no archive was chosen as a whole. */
    private Optional<String> foreign(Part part) {
        if (part.member().isEmpty()) {
            return Optional.empty();
        }
        ColumnsSeen columns = columns(part);
        if (columns.isEmpty() || kind.isShownBy(columns)) {
            return Optional.empty();
        }
        String passed = " and was passed over";
        if (other.isPresent() && other.get().isShownBy(columns)) {
            return Optional.of(
                    "its member " + part.member() + " holds " + other.get().words() + passed
                            + "; import it by itself, as " + other.get().words());
        }
        return kind.telling().isEmpty()
                ? Optional.empty()
                : Optional.of("its member " + part.member() + " holds other data" + passed + "; its columns are "
                        + columns.named());
    }

    private static ColumnsSeen columns(Part part) {
        return new ColumnsSeen(
                PartSql.isJson(part) ? ColumnProfiles.columns(part, ROWS).keySet() : Set.of());
    }
}
