package com.cdhdashboard.app.page.configuration.fields;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.page.configuration.form.FieldSource;
import com.cdhdashboard.core.cache.RecentlyUsed;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.sample.KnownFields;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/** Keeps which fields the last drafts can name, as every change of a form asks for them again. */
public final class FieldsOfDrafts {
    private static final int MOST = 16;

    private final Workspace workspace;
    private final RecentlyUsed<Key, Optional<KnownFields>> last = new RecentlyUsed<>(MOST, one -> 1);

    /**
     * What the fields follow from.
     *
     * @param data their version
     * @param draft what of the draft adds fields
     */
    private record Key(FieldSource source, String data, List<Object> draft) {}

    public FieldsOfDrafts(Workspace workspace) {
        this.workspace = workspace;
    }

    public DraftFields of(Configuration draft, Snapshot now) {
        return source -> known(source, draft, now);
    }

    private Optional<KnownFields> known(FieldSource source, Configuration draft, Snapshot now) {
        Key key = new Key(
                source,
                now.version(),
                switch (source) {
                    case IH -> List.of(draft.interactionHistory());
                    case HOLDINGS -> List.of(draft.holdings(), draft.metrics());
                });
        return last.answer(key, () -> switch (source) {
            case IH -> workspace.sample().fields(draft);
            case HOLDINGS -> workspace.holdingsSample().fields(draft);
        });
    }
}
