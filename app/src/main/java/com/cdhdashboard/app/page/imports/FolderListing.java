package com.cdhdashboard.app.page.imports;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.security.AllowedRoots;
import com.cdhdashboard.app.view.SizeText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists a folder below the allowed roots for the page. */
final class FolderListing {
    private FolderListing() {}

    /** The folder asked for, or the first root; empty where there is no root. */
    static Optional<ImportPage.Folders> of(AllowedRoots roots, Optional<String> asked, boolean holdings) {
        if (roots.roots().isEmpty()) {
            return Optional.empty();
        }
        Path found = asked.filter(text -> !text.isBlank())
                .map(text -> roots.resolve(text.strip()))
                .orElse(roots.roots().get(0));
        Path parent = found.getParent();
        Path folder = Files.isDirectory(found) || parent == null ? found : parent;
        List<AllowedRoots.Entry> entries = roots.list(folder);
        return Optional.of(new ImportPage.Folders(
                folder.toString(),
                trail(roots, folder, holdings),
                roots.roots().stream().map(root -> whole(root, holdings)).toList(),
                entries.stream().map(entry -> line(entry, holdings)).toList(),
                entries.size() == AllowedRoots.MAX_ENTRIES));
    }

    private static List<ImportPage.Crumb> trail(AllowedRoots roots, Path folder, boolean holdings) {
        List<ImportPage.Crumb> trail = new ArrayList<>();
        Path path = roots.rootOf(folder).orElse(folder);
        trail.add(whole(path, holdings));
        for (Path name : path.relativize(folder)) {
            if (!name.toString().isEmpty()) {
                path = path.resolve(name);
                trail.add(new ImportPage.Crumb(name.toString(), Urls.folder(path.toString(), holdings)));
            }
        }
        return trail;
    }

    private static ImportPage.Crumb whole(Path path, boolean holdings) {
        return new ImportPage.Crumb(path.toString(), Urls.folder(path.toString(), holdings));
    }

    private static ImportPage.EntryLine line(AllowedRoots.Entry entry, boolean holdings) {
        return new ImportPage.EntryLine(
                entry.name(),
                entry.path().toString(),
                entry.folder(),
                entry.folder() ? "" : SizeText.bytes(entry.size()),
                entry.folder() ? Urls.folder(entry.path().toString(), holdings) : "");
    }
}
