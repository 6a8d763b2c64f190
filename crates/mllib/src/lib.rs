//! Streaming regression and k-means, vectors, gradient descent. It knows nothing of the page.
