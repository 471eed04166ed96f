# Builds what is measured and runs the benchmark of that name; its name on the launcher's list is the script that calls this.
set -euo pipefail
name=$1
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
: "${JAVA_HOME:?run it as ./skyholm bench $name}"
mvn -B -ntp -q -f "$root/pom.xml" -pl system-tests/benchmarks,identity-service,compute-service,network-service,storage-service,billing-service,support-service,audit-service,deploy/gateway,host-agent -am \
  -DskipTests -Dspotless.check.skip package
exec env SKYHOLM_JVM=fast SKYHOLM_LOCAL_HOSTS="${hosts:-20}" "$JAVA_HOME/bin/java" -Xmx384m -Dskyholm.root="$root" -Dslf4j.internal.verbosity=ERROR \
  --sun-misc-unsafe-memory-access=allow \
  -cp "$root/system-tests/benchmarks/target/classes:$root/system-tests/benchmarks/target/lib/*" \
  io.skyholm.system.benchmarks.Benchmarks "$name"
