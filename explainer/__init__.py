"""Plan, Practice, Myth: what builds the explainer of China's Social Credit System."""
