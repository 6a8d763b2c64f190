"""`HashingTF`: the words of a document as a vector of how often each occurs."""

from pyspark.mllib.linalg import Vectors


class HashingTF:
    def __init__(self, numFeatures=1 << 20):
        self.numFeatures = numFeatures
        self.binary = False

    def setBinary(self, value):
        self.binary = value
        return self

    def indexOf(self, term):
        return hash(term) % self.numFeatures

    def transform(self, document):
        if hasattr(document, "mapPartitions"):
            return document.map(self.transform)
        counts = {}
        for term in document:
            at = self.indexOf(term)
            counts[at] = 1.0 if self.binary else counts.get(at, 0) + 1.0
        return Vectors.sparse(self.numFeatures, counts.items())
