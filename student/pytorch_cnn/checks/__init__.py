from checks.answers import Function, Notebook, explained
from checks.closeness import Array, as_numbers, assert_array, assert_close
from checks.labels import hidden, public
