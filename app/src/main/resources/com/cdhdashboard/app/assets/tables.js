// Wide tables: a shadow where more columns lie.
"use strict";
(() => {
    const boxes = () => document.querySelectorAll(".table-scroll");

    function mark(box) {
        const hidden = box.scrollWidth - box.clientWidth;
        const frame = box.parentElement;
        frame.classList.toggle("more-left", box.scrollLeft > 1);
        frame.classList.toggle("more-right", box.scrollLeft < hidden - 1);
    }

    const sizes = new ResizeObserver(entries => entries.forEach(entry => mark(entry.target.closest(".table-scroll"))));

    function settle() {
        boxes().forEach(box => {
            sizes.observe(box);
            sizes.observe(box.firstElementChild);
            mark(box);
        });
    }

    document.addEventListener("DOMContentLoaded", settle);
    document.addEventListener("htmx:afterSettle", settle);
    document.addEventListener("scroll", event => event.target.matches && event.target.matches(".table-scroll") && mark(event.target),
        { capture: true, passive: true });
})();
