"""Images for the experiment with a cheating pixel, and a classifier's training.

This module imports torch, so `deeplearning` itself does not import it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from deeplearning import data, pictures

Array = npt.NDArray[Any]

MOST_IMAGES = 2000
BATCH_SIZE = 50
LEARNING_RATE = 3e-3


@dataclass(frozen=True)
class Pixels:
    """Images as rows of pixels.

    Attributes:
        name: of the data set.
        X_train: training images, shape (N, D), centred.
        y_train: their classes, shape (N,), integers from 0 to 9.
        X_test: other images, which nothing is trained on.
        y_test: their classes.

    """

    name: str
    X_train: Array
    y_train: Array
    X_test: Array
    y_test: Array


def load_pixels() -> Pixels:
    """Load CIFAR-10 where its archive lies in HOMEWORK_DATA, and the digits elsewhere.

    Returns:
        At most 2,000 training images, and the validation images as ``X_test``.

    """
    folder = os.environ.get(pictures.FOLDER_VARIABLE)
    archive = pictures.ARCHIVES["cifar10"].file_name
    is_here = folder and (Path(folder) / archive).exists()
    name = "cifar10" if is_here else "digits"
    images = (pictures if is_here else data).load(name).first(MOST_IMAGES)
    X_train, X_test = (
        X.reshape(len(X), -1).astype(np.float64) for X in (images.X_train, images.X_val)
    )
    return Pixels(name, X_train, images.y_train, X_test, images.y_val)


def fit_classifier(net: nn.Module, X: Array, y: Array, epochs: int = 20) -> None:
    """Train a network with Adam on the cross-entropy of its scores.

    Args:
        net: maps (N, D) to raw scores (N, C): no ReLU and no softmax at its end,
            because the loss contains the softmax. It is changed.
        X: images, shape (N, D).
        y: their classes, shape (N,).
        epochs: walks through all images, 50 a step.

    """
    images, classes = _tensors(X), torch.as_tensor(y)
    optimizer = torch.optim.Adam(net.parameters(), lr=LEARNING_RATE)
    loss_of = nn.CrossEntropyLoss()
    net.train()
    for _ in range(epochs):
        for batch in torch.split(torch.randperm(len(classes)), BATCH_SIZE):
            optimizer.zero_grad()
            loss_of(net(images[batch]), classes[batch]).backward()
            optimizer.step()


def accuracy_of(net: nn.Module, X: Array, y: Array) -> float:
    """Measure the share of images whose highest score is right, without dropout.

    Args:
        net: maps (N, D) to scores (N, C); it is left in evaluation mode.
        X: images, shape (N, D).
        y: their classes, shape (N,).

    Returns:
        A number from 0 to 1.

    """
    net.eval()
    with torch.no_grad():
        guesses = net(_tensors(X)).argmax(dim=1)
    return float((guesses == torch.as_tensor(y)).float().mean())


def _tensors(X: Array) -> torch.Tensor:
    return torch.as_tensor(X, dtype=torch.float32)
