namespace Crm.BuildingBlocks.Hosting.Quality;

/// <summary>How much it matters to people that a rule is broken. It sorts what was found; what it takes off the score is the weight.</summary>
public enum QualitySeverity
{
    [Label("Notice", "提示")]
    Notice,
    [Label("Warning", "警告")]
    Warning,
    [Label("Error", "错误")]
    Error,
}

/// <summary>A figure by which a check is tuned.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Meaning">For people, with its unit.</param>
/// <param name="Default">Until somebody says otherwise.</param>
/// <param name="Least">Smallest value that makes sense.</param>
/// <param name="Most">Largest value that makes sense.</param>
public sealed record QualityParameter(string Name, Phrase Meaning, decimal Default, decimal Least, decimal Most);

/// <summary>Something a module knows to look for in its records. How strictly, how much it counts and whether at all is data: <see cref="QualityRule"/>.</summary>
/// <param name="Code">Public; never changes.</param>
/// <param name="Name">What is wrong where it finds something.</param>
/// <param name="Seen">What was seen, with placeholders for the values of an observation.</param>
/// <param name="Severity">Until somebody says otherwise.</param>
/// <param name="Weight">0 to 100, until somebody says otherwise.</param>
/// <param name="Parameters">By which it is tuned.</param>
public sealed record QualityCheck(
    string Code, Phrase Name, Phrase Seen, QualitySeverity Severity, int Weight, params IReadOnlyList<QualityParameter> Parameters);

/// <summary>What a check saw in one record.</summary>
/// <param name="Check">Code.</param>
/// <param name="Basis">
/// The data of the record that it rests on, as one text. Whoever dismissed the finding is not asked again until this is another one, so it
/// must not contain what others do.
/// </param>
/// <param name="Values">Fill the placeholders of <see cref="QualityCheck.Seen"/>, written in the invariant culture.</param>
/// <param name="OtherId">The other record of a pair.</param>
/// <param name="Proposal">What would mend it, where something is known.</param>
public sealed record QualityObservation(string Check, string Basis, IReadOnlyList<string> Values, Guid? OtherId = null, QualityProposal? Proposal = null);

/// <summary>What would mend a finding. The module knows which command a kind stands for.</summary>
/// <param name="Kind">Stable.</param>
/// <param name="Values">What it would write, and why, in the invariant culture.</param>
public sealed record QualityProposal(string Kind, IReadOnlyList<string> Values);
