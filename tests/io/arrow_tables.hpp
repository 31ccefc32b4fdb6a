#pragma once

#include <buygraph/io/arrow_cells.hpp>
#include <buygraph/io/arrow_columns.hpp>

/// A column handed over and held, as a consumer would.
class Handed {
  public:
    explicit Handed(buygraph::ArrowColumn column) {
        column.export_schema(&schema);
        std::move(column).export_array(&array);
    }
    Handed(const Handed&) = delete;
    Handed& operator=(const Handed&) = delete;
    ~Handed() {
        if (array.release) array.release(&array);
        if (schema.release) schema.release(&schema);
    }
    [[nodiscard]] buygraph::ArrowCells cells() const { return {schema, array}; }

    ArrowSchema schema{};
    ArrowArray array{};
};
