"""A till and an OMS that are killed without warning, over a network that misbehaves: nothing is lost and nothing counted twice."""
