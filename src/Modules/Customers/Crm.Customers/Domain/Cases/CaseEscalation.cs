using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Cases;

internal readonly record struct CaseEscalationId(Guid Value) : ITypedId;

/// <summary>The one mail by which a person is told that a case has reached a level; once more when it was opened again.</summary>
internal sealed class CaseEscalation : SingleMail
{
    private CaseEscalation()
    {
    }

    public CaseEscalation(ServiceCase late, int level, Guid personId, DateTimeOffset now)
    {
        Id = new CaseEscalationId(Guid.CreateVersion7());
        (CaseId, CustomerId, Level, Round, PersonId, PlannedAt) = (late.Id, late.CustomerId, level, late.Reopenings, personId, now);
        BePlanned(now);
    }

    public CaseEscalationId Id { get; private set; }

    public override Guid Key => Id.Value;

    public ServiceCaseId CaseId { get; private set; }

    public CustomerId CustomerId { get; private set; }

    public int Level { get; private set; }

    /// <summary>How often the case had been opened again then.</summary>
    public int Round { get; private set; }

    /// <summary>The user who is told.</summary>
    public Guid PersonId { get; private set; }

    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>By which a mail transport knows the mail of an escalation.</summary>
    public static string MailKey(CaseEscalationId id) => $"case-{id.Value:N}";

    /// <summary>2, 4, 8 ... minutes.</summary>
    protected override TimeSpan WaitAfter(int tries) => TimeSpan.FromMinutes(1 << tries);
}
