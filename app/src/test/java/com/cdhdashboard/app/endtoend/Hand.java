package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** How somebody works with a page; text is typed either way. */
public interface Hand {
    /** Follows a link, presses a button, or opens what can be opened. */
    void press(Locator target);

    /** Writes over what a field holds. */
    void write(Locator field, String text);

    /** Chooses of a menu what has this label. */
    void choose(Locator menu, String label);

    /** The dialogue of the system that a press on a field for files opens. */
    FileChooser files(Locator field, Locator label);

    /** With the mouse alone. */
    record Mouse(Page page) implements Hand {
        @Override
        public void press(Locator target) {
            target.click();
        }

        @Override
        public void write(Locator field, String text) {
            field.click(new Locator.ClickOptions().setClickCount(3));
            page.keyboard().type(text);
        }

        /** The list of a menu is drawn by the system, where no test can point. */
        @Override
        public void choose(Locator menu, String label) {
            menu.click();
            menu.selectOption(new SelectOption().setLabel(label));
        }

        @Override
        public FileChooser files(Locator field, Locator label) {
            return page.waitForFileChooser(label::click);
        }
    }

    /** With the keyboard alone: with Tab to what is wanted, and there with Enter, Home, End and first letters. */
    record Keyboard(Page page) implements Hand {
        private static final int MOST_TABS = 80;
        private static final int MOST_KEYS = 8;

        /** Whether it stands before what has the focus. */
        private static final String BEFORE =
                "element => Boolean(element.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)";

        /** Goes to it, and fails where it is too far away for anybody. */
        void to(Locator target) {
            target.waitFor();
            String key = Boolean.TRUE.equals(target.evaluate(BEFORE)) ? "Shift+Tab" : "Tab";
            for (int tabs = 0; !focused(target); tabs++) {
                assertThat(tabs).as("stops to %s", target).isLessThan(MOST_TABS);
                page.keyboard().press(key);
            }
        }

        private static boolean focused(Locator target) {
            return Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"));
        }

        @Override
        public void press(Locator target) {
            to(target);
            page.keyboard().press("Enter");
        }

        @Override
        public void write(Locator field, String text) {
            to(field);
            page.keyboard().press("Control+A");
            page.keyboard().type(text);
        }

        @Override
        public void choose(Locator menu, String label) {
            to(menu);
            for (int keys = 0; !chosen(menu).equals(label); keys++) {
                assertThat(keys).as("keys to %s", label).isLessThan(MOST_KEYS);
                page.keyboard().press(key(menu, label));
                assertThat(menu).isEnabled();
                assertThat(menu).isFocused();
            }
        }

        private static String chosen(Locator menu) {
            return (String) menu.evaluate("menu => menu.selectedOptions[0].label");
        }

        private static String key(Locator menu, String label) {
            return (String) menu.evaluate("""
                    (menu, label) => {
                        const at = Array.from(menu.options).findIndex(option => option.label === label);
                        const ends = { 0: "Home", [menu.options.length - 1]: "End" };
                        return ends[at] || label[0];
                    }
                    """, label);
        }

        @Override
        public FileChooser files(Locator field, Locator label) {
            // The way there gives the browser the time to hand its dialogue over
            return page.waitForFileChooser(() -> {
                to(field);
                page.keyboard().press("Space");
            });
        }
    }
}
