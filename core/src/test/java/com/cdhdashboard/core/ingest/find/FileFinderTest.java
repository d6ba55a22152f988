package com.cdhdashboard.core.ingest.find;

import static com.cdhdashboard.core.ingest.TestingArchives.file;
import static com.cdhdashboard.core.ingest.TestingArchives.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.FileType;
import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFinderTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(temporary.resolve("exports"));
    }

    private void files(String... names) {
        Stream.of(names).forEach(name -> file(folder, name, utf8(name)));
    }

    private Found find(String pattern, Path... paths) {
        FileSelection selection = new FileSelection(FileType.PEGA_DS_EXPORT, pattern, "(.*)", false, false, false);
        return new FileFinder().find(List.of(paths), selection);
    }

    private List<String> names(String pattern, Path... paths) {
        return find(pattern, paths).files().stream().map(SourceFile::name).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            **/*.zip            | a.zip           | true
            **/*.zip            | x/y/a.zip       | true
            ./**/*.zip          | x/a.zip         | true
            **/*.zip            | a.zip.txt       | false
            **/*.zip            | A.ZIP           | false
            *.zip               | a.zip           | true
            *.zip               | x/a.zip         | false
            x/**/b/*.zip        | x/b/a.zip       | true
            x/**/b/*.zip        | x/1/2/b/a.zip   | true
            x/**/b/*.zip        | xx/b/a.zip      | false
            **                  | x/y/a.zip       | true
            Day=*/*.parquet     | Day=1/a.parquet | true
            **/a?.{json,zip}    | x/a1.zip        | true
            **/a?.{json,zip}    | x/a1.csv        | false
            **/[0-9]*.json      | x/7.json        | true
            **/[!0-9]*.json     | x/7.json        | false
            **/[!0-9]*.json     | x/a.json        | true
            (a+).json           | (a+).json       | true
            a{b                 | ab              | true
            a[b                 | a[b             | true
            """)
    void matchesPathsAgainstPatterns(String pattern, String path, boolean matches) {
        assertThat(FilePattern.of(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void refusesAPatternThatCannotBeRead() {
        assertThatThrownBy(() -> FilePattern.of("**/[z-a].zip"))
                .isInstanceOf(UserException.class)
                .hasMessage("file_pattern \"**/[z-a].zip\" cannot be read: Illegal character range. "
                        + "Write a pattern such as \"**/*.zip\"");
    }

    @Test
    void findsFilesBelowTheFolderSortedByName() throws IOException {
        files("b.zip", "a.zip", "x/c.zip", "x/readme.txt", ".hidden.zip", ".cache/d.zip");
        Found found = find("**/*.zip", folder);
        assertThat(found.notes()).isEmpty();
        assertThat(found.files()).extracting(SourceFile::name).containsExactly("a.zip", "b.zip", "x/c.zip");
        SourceFile last = found.files().get(2);
        assertThat(last.path()).isEqualTo(folder.resolve("x/c.zip"));
        assertThat(last.size()).isEqualTo("x/c.zip".length());
        assertThat(last.modified())
                .isEqualTo(Files.getLastModifiedTime(last.path()).toInstant());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.zip b.csv                      | 1 file was passed over, as file_pattern is "**/*.zip": "b.csv"
            a.zip x/B.XLSX c.json d.md       | 2 files were passed over, as file_pattern is "**/*.zip": "c.json", "x/B.XLSX"
            a.zip 1.gz 2.gz 3.gz 4.gz .5.gz  | 4 files were passed over, as file_pattern is "**/*.zip": "1.gz", "2.gz", "3.gz", …
            """)
    void namesFilesOfDataThatThePatternLeavesOut(String names, String said) {
        files(names.split(" "));
        assertThat(find("**/*.zip", folder).notes())
                .containsExactly(said + ". Import such a file by itself, or change file_pattern");
    }

    @Test
    void keepsTheFoldersOfPartitionsInTheName() {
        files("Day=2024-01-01/x.parquet", "Day=2024-01-02/x.parquet");
        assertThat(names("**/*.parquet", folder))
                .containsExactly("Day=2024-01-01/x.parquet", "Day=2024-01-02/x.parquet");
    }

    @Test
    void takesFilesNamedDirectlyAsTheyAreAndEachOnce() {
        files("notes.txt", "x/a.zip");
        assertThat(names("**/*.zip", folder.resolve("notes.txt"), folder, folder.resolve("x/a.zip")))
                .containsExactly("notes.txt", "x/a.zip");
    }

    @Test
    void followsLinksOnlyToFilesInsideTheFolder() throws IOException {
        file(temporary, "secret/a.zip", utf8("?"));
        files("inside/target.bin");
        Files.createSymbolicLink(folder.resolve("out.zip"), temporary.resolve("secret/a.zip"));
        Files.createSymbolicLink(folder.resolve("folder"), temporary.resolve("secret"));
        Files.createSymbolicLink(folder.resolve("circle"), folder);
        Files.createSymbolicLink(folder.resolve("in.zip"), folder.resolve("inside/target.bin"));
        Files.createSymbolicLink(folder.resolve("gone.zip"), folder.resolve("nowhere"));
        // One that leads nowhere is for whoever reads it to refuse by its name
        assertThat(names("**/*.zip", folder)).containsExactly("gone.zip", "in.zip");
    }

    @Test
    void takesJsonFilesWhereThePatternMatchesNothing() {
        files("x/a.json", "b.json", "c.csv");
        Found found = find("**/*.zip", folder);
        assertThat(found.files()).extracting(SourceFile::name).containsExactly("b.json", "x/a.json");
        assertThat(found.notes())
                .containsExactly(
                        "no file below \"" + folder
                                + "\" matches \"**/*.zip\"; files that match \"**/*.json\" are taken instead: 2",
                        "1 file was passed over, as file_pattern is \"**/*.zip\": \"c.csv\". Import such a file by"
                                + " itself, or change file_pattern");
    }

    @Test
    void saysWhatIsThereWhenNothingMatches() {
        files("a.csv", "b.CSV", "x/c.csv", "d.TXT", "README", ".profile");
        assertThatThrownBy(() -> find("**/*.zip", folder))
                .isInstanceOf(UserException.class)
                .hasMessage("no file below \"" + folder + "\" matches \"**/*.zip\" or \"**/*.json\"; "
                        + "there are 3 x .csv, 1 without extension, 1 x .txt. "
                        + "Change file_pattern in the configuration or choose another folder");
    }

    @Test
    void saysThatAFolderIsEmpty() {
        assertThatThrownBy(() -> find("**/*.json", folder))
                .hasMessage("no file below \"" + folder + "\" matches \"**/*.json\"; it holds no files at all. "
                        + "Choose another folder");
    }

    @Test
    void saysThatAPathDoesNotExist() {
        assertThatThrownBy(() -> find("**/*.zip", folder.resolve("gone")))
                .hasMessage("\"" + folder.resolve("gone") + "\" is neither a file nor a folder; check the path")
                .extracting(problem -> ((UserException) problem).kind())
                .isEqualTo(UserException.Kind.NOT_FOUND);
    }
}
