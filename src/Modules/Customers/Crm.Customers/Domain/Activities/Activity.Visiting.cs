using Crm.Customers.Domain.Contacting;

namespace Crm.Customers.Domain.Activities;

// Where a visitor was, and when. Positions are personal to the customer, who is there, and to the visitor: they stand in no audit trail.
internal sealed partial class Activity
{
    public DateTimeOffset? CheckedInAt { get; private set; }

    /// <summary>The visitor.</summary>
    public Guid? CheckedInById { get; private set; }

    public double? CheckInLatitude { get; private set; }

    public double? CheckInLongitude { get; private set; }

    public int? CheckInMetres { get; private set; }

    public DistanceBasis? CheckInBasis { get; private set; }

    public DateTimeOffset? CheckedOutAt { get; private set; }

    public Guid? CheckedOutById { get; private set; }

    public double? CheckOutLatitude { get; private set; }

    public double? CheckOutLongitude { get; private set; }

    public int? CheckOutMetres { get; private set; }

    public DistanceBasis? CheckOutBasis { get; private set; }

    public VisitStamp? CheckIn => CheckedInAt is { } at && CheckInBasis is { } basis
        ? new VisitStamp(at, CheckedInById, Position(CheckInLatitude, CheckInLongitude), CheckInMetres, basis)
        : null;

    public VisitStamp? CheckOut => CheckedOutAt is { } at && CheckOutBasis is { } basis
        ? new VisitStamp(at, CheckedOutById, Position(CheckOutLatitude, CheckOutLongitude), CheckOutMetres, basis)
        : null;

    /// <summary>The visitor arrives. The visit is in progress from here on.</summary>
    public void ArriveAt(GeoPosition position, Address? address, Guid by, DateTimeOffset now)
    {
        RequireVisit();
        if (CheckedInAt is not null) throw ActivityRules.CheckedInAlready.Broken();
        RequireOpen();
        var (metres, basis) = Distance(position, address);
        (CheckedInAt, CheckedInById, CheckInLatitude, CheckInLongitude, CheckInMetres, CheckInBasis) = (now, by, position.Latitude, position.Longitude, metres, basis);
        Status = ActivityStatus.InProgress;
        Happened(now, new VisitorCheckedIn());
    }

    /// <summary>The visitor leaves.</summary>
    public void LeaveFrom(GeoPosition position, Address? address, Guid by, DateTimeOffset now)
    {
        RequireVisit();
        if (CheckedOutAt is not null) throw ActivityRules.CheckedOutAlready.Broken();
        RequireOpen();
        if (CheckedInAt is null) throw ActivityRules.NotCheckedIn.Broken();
        var (metres, basis) = Distance(position, address);
        (CheckedOutAt, CheckedOutById, CheckOutLatitude, CheckOutLongitude, CheckOutMetres, CheckOutBasis) = (now, by, position.Latitude, position.Longitude, metres, basis);
        Happened(now, new VisitorCheckedOut());
    }

    /// <summary>The visitor was erased: when the visit was stays, where its visitor was goes.</summary>
    public void ForgetVisitor(Guid visitor)
    {
        var (arrived, left) = (CheckedInById == visitor && CheckInLatitude is not null, CheckedOutById == visitor && CheckOutLatitude is not null);
        if (!arrived && !left) return;
        if (arrived) ForgetArrival();
        if (left) ForgetDeparture();
        Raise(new ActivityWasAnonymised());
    }

    private void ForgetArrival() => (CheckInLatitude, CheckInLongitude) = (null, null);

    private void ForgetDeparture() => (CheckOutLatitude, CheckOutLongitude) = (null, null);

    private void RequireVisit()
    {
        if (Kind != ActivityKind.Visit) throw ActivityRules.OnlyVisits.Broken();
    }

    private static (int? Metres, DistanceBasis Basis) Distance(GeoPosition from, Address? address) => GeoPosition.Of(address) switch
    {
        { } place => (from.MetresTo(place), DistanceBasis.MainAddress),
        null => (null, address is null ? DistanceBasis.NoAddress : DistanceBasis.AddressWithoutPosition),
    };

    private static GeoPosition? Position(double? latitude, double? longitude) =>
        latitude is { } north && longitude is { } east ? new GeoPosition(north, east) : null;
}
