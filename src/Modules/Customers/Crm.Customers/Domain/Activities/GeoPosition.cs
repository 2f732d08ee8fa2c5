using Crm.Customers.Domain.Contacting;

namespace Crm.Customers.Domain.Activities;

/// <summary>A place on earth, WGS 84.</summary>
/// <param name="Latitude">Degrees north of the equator, from -90 to 90.</param>
/// <param name="Longitude">Degrees east of Greenwich, from -180 to 180.</param>
internal readonly record struct GeoPosition(double Latitude, double Longitude)
{
    /// <summary>Mean radius of the WGS 84 ellipsoid in metres, (2a + b) / 3.</summary>
    public const double EarthRadius = 6_371_008.8;

    public static GeoPosition? Of(Address? address) =>
        address is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPosition(latitude, longitude) : null;

    /// <summary>Along the great circle, in whole metres; the earth taken as a sphere, which is wrong by half a percent at most.</summary>
    public int MetresTo(GeoPosition other)
    {
        var (north, east) = (Radians(other.Latitude - Latitude) / 2, Radians(other.Longitude - Longitude) / 2);
        var haversine = Square(Math.Sin(north)) + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Square(Math.Sin(east)));
        // Of opposite points rounding may make it more than one.
        return (int)Math.Round(2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Min(1, haversine))), MidpointRounding.AwayFromZero);
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double x) => x * x;
}
