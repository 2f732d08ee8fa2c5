namespace Crm.BuildingBlocks.Hosting.Quality;

public readonly record struct QualityRuleId(Guid Value) : ITypedId;

/// <summary>How a module applies one of its checks. Stored once somebody changes it; until then it is what the check says.</summary>
public sealed class QualityRule : AggregateRoot
{
    /// <summary>The largest weight.</summary>
    public const int MostWeight = 100;

    private QualityRule()
    {
    }

    public QualityRuleId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>Code of the check; unique.</summary>
    public string Check { get; private set; } = "";

    /// <summary>0 to 100: what it takes off the score, in relation to the weights of all rules that are on.</summary>
    public int Weight { get; private set; }

    public QualitySeverity Severity { get; private set; }

    public bool IsOn { get; private set; }

    /// <summary>One value for each parameter of the check.</summary>
    public IReadOnlyDictionary<string, decimal> Parameters { get; private set; } = new Dictionary<string, decimal>();

    public QualityRuleFacts Facts => new(Weight, Severity, IsOn, Parameters);

    /// <summary>What holds until somebody says otherwise.</summary>
    public static QualityRule Default(QualityCheck check) => new()
    {
        Id = new QualityRuleId(Guid.CreateVersion7()),
        Check = check.Code,
        Weight = check.Weight,
        Severity = check.Severity,
        IsOn = true,
        Parameters = check.Parameters.ToDictionary(p => p.Name, p => p.Default),
    };

    public void Change(QualityRuleFacts facts)
    {
        if ((facts.Weight, facts.Severity, facts.IsOn) == (Weight, Severity, IsOn) && facts.Parameters.All(p => Parameters.TryGetValue(p.Key, out var now) && now == p.Value)) return;
        (Weight, Severity, IsOn) = (facts.Weight, facts.Severity, facts.IsOn);
        // What is not named stays as it is.
        Parameters = Parameters.Concat(facts.Parameters).GroupBy(p => p.Key).ToDictionary(p => p.Key, p => p.Last().Value);
        Raise(new QualityRuleWasChanged());
    }
}

/// <summary>What may be said of a rule.</summary>
public sealed record QualityRuleFacts(int Weight, QualitySeverity Severity, bool IsOn, IReadOnlyDictionary<string, decimal> Parameters);

public sealed record QualityRuleWasChanged : DomainEvent;
