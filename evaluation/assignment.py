"""The best one-to-one assignment, exactly."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def best_total(weights: Numbers) -> float:
    """Give the highest sum of weights (rows, columns) that takes no row and no column twice.

    By shortest augmenting paths (Crouse, "On implementing 2D rectangular assignment algorithms",
    IEEE Transactions on Aerospace and Electronic Systems 52, 2016).

    >>> best_total(np.array([[0.9, 0.8, 0.0], [0.8, 0.1, 0.0]]))
    1.6
    """
    wide = weights if weights.shape[0] <= weights.shape[1] else weights.T
    assignment = _Assignment(-wide)
    for row in range(len(wide)):
        assignment.add(row)
    return float(sum(wide[row, column] for row, column in enumerate(assignment.column_of)))


@dataclass
class _Assignment:
    """The cheapest assignment of the rows added so far; both prices are the dual solution."""

    cost: Numbers
    row_price: Numbers = field(init=False)
    column_price: Numbers = field(init=False)
    column_of: list[int] = field(init=False)
    row_of: list[int] = field(init=False)

    def __post_init__(self) -> None:
        rows, columns = self.cost.shape
        self.row_price, self.column_price = np.zeros(rows), np.zeros(columns)
        self.column_of, self.row_of = [-1] * rows, [-1] * columns

    def add(self, row: int) -> None:
        """Assign a further row along the cheapest path to a free column."""
        columns = len(self.row_of)
        length, reached = np.full(columns, np.inf), np.zeros(columns, dtype=bool)
        before = np.full(columns, -1)
        here, so_far, visited = row, 0.0, [row]
        while True:
            onward = so_far + self.cost[here] - self.row_price[here] - self.column_price
            shorter = ~reached & (onward < length)
            length[shorter], before[shorter] = onward[shorter], here
            column = int(np.where(reached, np.inf, length).argmin())
            reached[column], so_far = True, float(length[column])
            if self.row_of[column] < 0:
                break
            here = self.row_of[column]
            visited.append(here)
        self.row_price[row] += so_far
        for other in visited[1:]:
            self.row_price[other] += so_far - length[self.column_of[other]]
        self.column_price[reached] -= so_far - length[reached]
        self._take(row, column, before)

    def _take(self, row: int, column: int, before: NDArray[np.int_]) -> None:
        """Turn the path that ends at a column: every row on it moves one column on."""
        here = -1
        while here != row:
            here = int(before[column])
            self.row_of[column] = here
            self.column_of[here], column = column, self.column_of[here]
