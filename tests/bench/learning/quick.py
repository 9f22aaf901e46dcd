from __future__ import annotations
class Quick:
    def __init__(self, material, course, seed): self.m=material
    def pick(self, day, rng): return self.m.round_of(rng.sample(self.m.facts,len(self.m.facts)), {}, rng)
    def note(self, day, response, *, practice): ...
    def predicted(self): return dict.fromkeys(self.m.facts, 0.5)
