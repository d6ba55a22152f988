// Search fields of filters, menus and lists, which narrow what is there and ask the server nothing. Case and accents do not count.
"use strict";
(() => {
    const $ = (selector, within = document) => within.querySelector(selector);
    const $$ = (selector, within = document) => Array.from(within.querySelectorAll(selector));

    // Letters that are no others with a mark
    const ALONE = { "ß": "ss", "ı": "i", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th" };

    // So that cafe finds Café, izmir İzmir, and strasse Straße
    const plain = text => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "")
        .replace(/[ßıøæœđðłþ]/g, letter => ALONE[letter]);

    function search(input) {
        const wanted = plain(input.value.trim());
        const options = $$(".option", input.parentElement);
        options.forEach(option => { option.hidden = !plain(option.textContent).includes(wanted); });
        const none = $(".option-none", input.parentElement);
        if (none) {
            none.hidden = options.some(option => !option.hidden);
        }
    }

    function searchMenu(input) {
        const wanted = plain(input.value.trim());
        const menu = input.closest(".menu");
        $$(".menu-group", menu).forEach(group => {
            const named = plain(group.dataset.tag).includes(wanted);
            const items = $$("li", group);
            items.forEach(item => { item.hidden = !named && !plain(item.textContent).includes(wanted); });
            group.hidden = items.every(item => item.hidden);
        });
        $(".option-none", menu).hidden = $$(".menu-group", menu).some(group => !group.hidden);
    }

    // ---- from the search of a menu to what it found ----------------------------------------------------------------
    const found = menu => $$(".menu-item", menu).filter(item => !item.closest("li").hidden && !item.closest(".menu-group").hidden);

    function walkMenu(event) {
        const { key, target } = event;
        const menu = target.closest(".menu");
        const input = menu && $("[data-menu-search]", menu);
        const step = { ArrowDown: 1, ArrowUp: -1 }[key];
        if (input && step && (target === input || target.matches(".menu-item"))) {
            const stops = [input, ...found(menu)];
            const next = stops[stops.indexOf(target) + step];
            event.preventDefault();
            next && next.focus();
        } else if (input && target === input && key === "Enter" && input.value.trim()) {
            const [first] = found(menu);
            first && first.click();
        }
    }

    const narrow = input => input.matches("[data-menu-search]") ? searchMenu(input) : search(input);
    const SEARCHES = "[data-search], [data-menu-search]";

    document.addEventListener("input", event => event.target.matches(SEARCHES) && narrow(event.target));
    document.addEventListener("keydown", walkMenu);
    document.addEventListener("keydown", event => event.key === "Enter" && event.target.matches(SEARCHES) && event.preventDefault());
    document.addEventListener("change", event => event.target.matches(SEARCHES) && event.stopPropagation(), true);

    window.searching = { plain, narrow };
})();
