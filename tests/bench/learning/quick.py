from __future__ import annotations
import random
from purges_quiz.core.progress import Rung
from purges_quiz.core.question import Kind
from purges_quiz.progress.estimate import Estimate, Seen, after
from purges_quiz.selection.plan import Plan, Time, planned, predicted
from purges_quiz.selection.prices import Pace
class Quick:
    def __init__(self, material, course, seed):
        self.m=material; self.exam=course.days; self.est=Estimate(); self.plan=None; self.rungs={}; self.days=[]; self.used=0.0; self.secs=[]
    def pick(self, day, rng):
        if self.plan is None or self.plan.time.today!=day:
            if self.days: self.secs.append(self.used); self.used=0
            minutes=sorted(self.secs[-5:])[len(self.secs[-5:])//2]/60 if self.secs else 7.0
            reg=(len(self.days)+1+3.2)/(day+1+4)
            self.days.append(day)
            self.plan=planned(self.est,self.m.facts,Time(day,self.exam,minutes,min(reg,1)),Pace(13.5,26))
        facts=rng.sample(self.m.facts,len(self.m.facts))
        w=self.plan.worths(self.est,facts); ranked=sorted(facts,key=w.__getitem__,reverse=True)
        return self.m.round_of(ranked,self.rungs,rng)
    def note(self, day, response, *, practice):
        self.used+=response.seconds
        q=response.question
        guess={Kind.MULTIPLE_CHOICE:.25,Kind.MATCHING:.25,Kind.ORDERING:.1}.get(q.kind,0)
        if practice: return
        if q.cue: guess=.08
        self.est=after(self.est,[Seen(f,day,f not in response.missed,guess) for f in q.facts])
        if not practice:
          for fact in q.facts:
            right=fact not in response.missed
            rung=self.rungs.get(fact,Rung.RECOGNITION)
            self.rungs[fact]=Rung(min(rung+1,Rung.RECALL) if right else max(rung-1,Rung.RECOGNITION))
    def predicted(self): return predicted(self.est,self.m.facts,self.exam)
