package com.cdhdashboard.duckdb.imports.schema;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.duckdb.imports.row.NoMetric;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the columns that were chosen still hold for the rows that are read. */
public final class ColumnGuard {
    private final SourceSchema schema;
    private final PlanChoice choice;
    private final PlanChoice.Chosen chosen;
    private final List<SourceFile> files;
    private final long begun;
    private long judged;
    private boolean outgrown;

    public ColumnGuard(SourceSchema schema, PlanChoice choice, PlanChoice.Chosen chosen, List<SourceFile> files) {
        this.schema = schema;
        this.choice = choice;
        this.chosen = chosen;
        this.files = List.copyOf(files);
        this.begun = schema.changes();
        this.judged = begun;
    }

    /** Whether rows have columns or values for which all would have been read in another way. */
    public boolean outgrown() {
        if (!outgrown && schema.changes() > judged) {
            judged = schema.changes();
            outgrown = !isStillChosen();
        }
        return outgrown;
    }

    private boolean isStillChosen() {
        try {
            return choice.choose(files).readsLike(chosen, files);
        } catch (UserException | NoMetric e) {
            // Said when the files are read anew
            return false;
        }
    }

    /** What is to be said of columns, of those too that rows showed only while they were read. */
    public List<String> notes() {
        Set<String> notes = new LinkedHashSet<>(chosen.notes());
        if (schema.changes() > begun) {
            notes.addAll(schema.with(files).warnings());
        }
        return new ArrayList<>(notes);
    }

    /** Whether a file that was read to its end holds values that the engine takes for others. */
    public boolean needsRowByRow(SourceFile file) {
        return Misread.isIn(
                schema.shownBy(file),
                chosen.columns().names().called(file),
                chosen.staging().rows());
    }

    /** Why a file that was read to its end cannot be taken. */
    public Optional<String> lacks(SourceFile file) {
        return schema.lacks(file, chosen.columns().names());
    }
}
