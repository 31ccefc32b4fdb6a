/** The page over several deals made live: its table is sorted by a click on a column's head, and deals are found by their words. It is complete without this. */

/** By which column, which way, and what is looked for: the same in both languages. */
const chosen: { column?: number; descending: boolean; sought: string } = { descending: true, sought: "" };

/** What a row is sorted by in a column: a number where the page gives one, else its words; undefined: nothing is known. */
function worth(row: HTMLTableRowElement, column: number): number | string | undefined {
  const cell = row.cells[column]!;
  if (column === 0) return cell.textContent!;
  const value = cell.dataset["value"];
  return value === undefined ? undefined : Number(value);
}

class DealsTable {
  readonly #main: HTMLElement;
  readonly #heads: HTMLTableCellElement[];
  readonly #rows: HTMLTableRowElement[];
  readonly #find: HTMLInputElement;

  constructor(main: HTMLElement, changed: () => void) {
    this.#main = main;
    const table = main.querySelector<HTMLTableElement>("table.deals")!;
    this.#heads = [...table.tHead!.rows[0]!.cells];
    this.#rows = [...table.tBodies[0]!.rows];
    this.#heads.forEach((head, column) => {
      if (!this.#rows.some((row) => worth(row, column) !== undefined)) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => {
        const again = chosen.column === column || (chosen.column === undefined && head.ariaSort === "descending");
        chosen.descending = again ? !chosen.descending : column > 0;
        chosen.column = column;
        changed();
      });
      head.append(button);
    });
    const filters = main.querySelector<HTMLElement>(".filters")!;
    this.#find = document.createElement("input");
    this.#find.type = "search";
    this.#find.className = "find";
    this.#find.placeholder = this.#find.ariaLabel = filters.dataset["find"]!;
    this.#find.addEventListener("input", () => {
      chosen.sought = this.#find.value;
      changed();
    });
    filters.append(this.#find);
  }

  show(): void {
    const { column, descending, sought } = chosen;
    if (this.#find.value !== sought) this.#find.value = sought;
    const wanted = sought.trim().toLocaleLowerCase();
    for (const row of this.#rows) row.hidden = !row.textContent!.toLocaleLowerCase().includes(wanted);
    if (column === undefined) return;
    this.#heads.forEach((head, at) => (head.ariaSort = at === column ? (descending ? "descending" : "ascending") : null));
    const by = (left: HTMLTableRowElement, right: HTMLTableRowElement): number => {
      const [a, b] = [worth(left, column), worth(right, column)];
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined); // what is not known comes last either way
      const order = typeof a === "string" ? a.localeCompare(b as string, this.#main.lang) : a - (b as number);
      return descending ? -order : order;
    };
    this.#rows[0]?.parentElement!.append(...[...this.#rows].sort(by));
  }
}

addEventListener("DOMContentLoaded", () => {
  const tables: DealsTable[] = [];
  const changed = () => tables.forEach((table) => table.show());
  for (const main of document.querySelectorAll<HTMLElement>("main.portfolio")) tables.push(new DealsTable(main, changed));
  document.documentElement.setAttribute("data-ready", "");
});
