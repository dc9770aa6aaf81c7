"""Running the model's graph without a scheduler: the nodes in order, each once."""

from collections.abc import Mapping
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage

__all__ = ["SequentialRunner"]


class SequentialRunner(GraphRunner):
    """A `GraphRunner` for prediction.

    Rasa's own goes through dask and, on every run, formats the whole tracker into a debug line; a prediction
    graph is a handful of nodes with one order.
    """

    def __init__(self, schema: GraphSchema, nodes: Mapping[str, GraphNode]) -> None:
        self._schema = schema
        self._nodes = nodes
        self._orders: dict[str, list[str]] = {}

    @classmethod
    def create(
        cls,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: list[GraphNodeHook] | None = None,
    ) -> "SequentialRunner":
        """Instantiate every node of the schema."""
        nodes = {
            name: GraphNode.from_schema_node(name, node, model_storage, execution_context, hooks)
            for name, node in graph_schema.nodes.items()
        }
        return cls(graph_schema, nodes)

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """Run what the targets need, and return their outputs."""
        outputs: dict[str, tuple[str, Any]] = {name: (name, value) for name, value in (inputs or {}).items()}
        wanted = targets or self._schema.target_names
        for target in wanted:
            for name in self._order(target):
                if name not in outputs:
                    needed = (outputs[need] for need in self._schema.nodes[name].needs.values())
                    outputs[name] = self._nodes[name](*needed)
        return {target: outputs[target][1] for target in wanted}

    def _order(self, target: str) -> list[str]:
        if target not in self._orders:
            order: list[str] = []
            self._visit(target, order)
            self._orders[target] = order
        return self._orders[target]

    def _visit(self, name: str, order: list[str]) -> None:
        node = self._schema.nodes.get(name)
        if node is None or name in order:  # an input, or placed already
            return
        for need in node.needs.values():
            self._visit(need, order)
        order.append(name)
