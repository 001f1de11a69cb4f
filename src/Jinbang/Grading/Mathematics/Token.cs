using Fractions;

namespace Jinbang.Grading.Mathematics;

/// <summary>The smallest part of a written expression.</summary>
/// <param name="Mark">What it is.</param>
/// <param name="Text">Its plain form.</param>
/// <param name="Number">Its value when it is a number.</param>
internal readonly record struct Token(Mark Mark, string Text, Fraction Number = default)
{
    /// <summary>Whether it is a certain operator, bracket, command or separator.</summary>
    public bool Is(string text) => Text == text && Mark is Mark.Operator or Mark.Open or Mark.Close or Mark.Command or Mark.Separator && Text == text;
}
